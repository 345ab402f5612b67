#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* One read to the free end of the buffer. */
static bool read_more(imgds_source *source) {
  if (source->ended || source->failed || source->end == SOURCE_CAPACITY) return false;
  long count = source->read(source->context, source->buffer + source->end,
                            (size_t)SOURCE_CAPACITY - source->end);
  if (count < 0) source->failed = true;
  if (count == 0) source->ended = true;
  if (count <= 0) return false;
  source->end += (size_t)count;
  return true;
}

bool imgds_source_refill(imgds_source *source) {
  source->base += source->end;
  source->start = source->end = 0;
  while (read_more(source)) {
  }
  return source->end > 0;
}

size_t imgds_source_take(imgds_source *source, uint8_t *bytes, size_t count) {
  size_t taken = 0;
  while (taken < count) {
    size_t ready = source->end - source->start;
    if (ready == 0) {
      if (!imgds_source_refill(source)) break;
      continue;
    }
    if (ready > count - taken) ready = count - taken;
    memcpy(bytes + taken, source->buffer + source->start, ready);
    source->start += ready;
    taken += ready;
  }
  return taken;
}

uint64_t imgds_source_drain(imgds_source *source, uint64_t most) {
  while (source->base + source->end <= most && imgds_source_refill(source)) {
  }
  return source->base + source->end;
}

uint64_t imgds_source_offset(const imgds_source *source) { return source->base + source->start; }

void imgds_block_append(imgds_block *block, const uint8_t *bytes, size_t count) {
  if (block->bytes == NULL) block->bytes = malloc(BLOCK_CAPACITY);
  if (block->bytes == NULL) return;
  if (count > BLOCK_CAPACITY - block->count) count = BLOCK_CAPACITY - block->count;
  memcpy(block->bytes + block->count, bytes, count);
  block->count += count;
}

void imgds_block_clear(imgds_block *block) {
  free(block->bytes);
  *block = (imgds_block){NULL, 0};
}
