#include <string.h>

#include "png_internal.h"

enum { HEAD = 8, SIGNATURE = 8, CHECK = 4, EXCESS_TOLERATED = 64 * 1024 };

bool imgds_chunks_is(const imgds_chunks *chunks, const char *name) {
  return chunks->head_count == HEAD && memcmp(chunks->head + 4, name, 4) == 0;
}

/* The head is whole: how long the chunk is, and whether there may be one more. */
static bool begin_chunk(imgds_png *reader) {
  imgds_chunks *chunks = &reader->chunks;
  const uint8_t *head = chunks->head;
  const uint64_t length = (uint64_t)head[0] << 24 | (uint64_t)head[1] << 16 |
                          (uint64_t)head[2] << 8 | (uint64_t)head[3];
  chunks->left = length + CHECK;
  if (imgds_chunks_is(chunks, "IDAT")) return true;
  chunks->metadata_chunks++;
  if (chunks->metadata_chunks <= reader->decoder->limits.chunks) return true;
  imgds_fail(reader->decoder, IMGDS_LIMITS,
             "chunk at byte %llu: more than %u chunks are not image data",
             (unsigned long long)chunks->offset, reader->decoder->limits.chunks);
  return false;
}

/* The last row may still need itself, stored without compression, and some excess is let pass. What
 * lies beyond would be inflated for nothing, a thousandfold. */
static bool count_image_data(imgds_png *reader, size_t count) {
  imgds_chunks *chunks = &reader->chunks;
  const uint64_t row_bytes = reader->decoder->facts.row_bytes;
  if (!imgds_png_is_at_last_row(reader)) return true;
  chunks->last_bytes += count;
  if (chunks->last_bytes <= EXCESS_TOLERATED + row_bytes + row_bytes / 8) return true;
  imgds_fail(reader->decoder, IMGDS_LIMITS,
             "chunk 'IDAT' at byte %llu: the image data goes on after the last scan line",
             (unsigned long long)chunks->offset);
  return false;
}

static bool count_data(imgds_png *reader, const uint8_t *bytes, size_t count) {
  imgds_chunks *chunks = &reader->chunks;
  imgds_decoder *decoder = reader->decoder;
  if (imgds_chunks_is(chunks, "IDAT")) return count_image_data(reader, count);
  if (imgds_chunks_is(chunks, "eXIf") && chunks->left > CHECK) {
    const uint64_t data = chunks->left - CHECK;
    imgds_block_append(&decoder->exif, bytes, count < data ? count : (size_t)data);
  }
  chunks->metadata_bytes += count;
  if (chunks->metadata_bytes <= decoder->limits.metadata_bytes) return true;
  char place[160];
  imgds_png_describe_place(reader, place, sizeof place);
  imgds_fail(decoder, IMGDS_LIMITS, "%s: more than %llu bytes are not image data", place,
             (unsigned long long)decoder->limits.metadata_bytes);
  return false;
}

bool imgds_chunks_follow(imgds_png *reader, const uint8_t *bytes, size_t count) {
  imgds_chunks *chunks = &reader->chunks;
  if (!chunks->is_past_signature) {
    chunks->is_past_signature = true;
    chunks->offset = SIGNATURE;
    return true;
  }
  while (count > 0) {
    size_t taken;
    if (chunks->left == 0) {
      if (chunks->head_count == HEAD) {
        const uint64_t end = imgds_source_offset(&reader->decoder->source) - count;
        chunks->offset = end;
        chunks->head_count = 0;
      }
      taken = HEAD - chunks->head_count;
      if (taken > count) taken = count;
      memcpy(chunks->head + chunks->head_count, bytes, taken);
      chunks->head_count += (uint32_t)taken;
      if (chunks->head_count == HEAD && !begin_chunk(reader)) return false;
    } else {
      taken = count < chunks->left ? count : (size_t)chunks->left;
      if (!count_data(reader, bytes, taken)) return false;
      chunks->left -= taken;
    }
    bytes += taken;
    count -= taken;
  }
  return true;
}

/* A chunk's name; bytes that are no letters as \xNN. */
static void describe_name(const imgds_chunks *chunks, char text[17]) {
  size_t used = 0;
  for (uint32_t index = 4; index < chunks->head_count; index++) {
    const uint8_t byte = chunks->head[index];
    const uint8_t lower = byte | 0x20;
    if (lower >= 'a' && lower <= 'z') {
      text[used++] = (char)byte;
    } else {
      used += (size_t)snprintf(text + used, 17 - used, "\\x%02X", byte);
    }
  }
  text[used] = 0;
}

void imgds_png_describe_place(const imgds_png *reader, char *text, size_t capacity) {
  const imgds_chunks *chunks = &reader->chunks;
  char name[17];
  char line[64] = "";
  describe_name(chunks, name);
  if (reader->row < reader->rows && imgds_chunks_is(chunks, "IDAT")) {
    snprintf(line, sizeof line, ", scan line %llu of %u",
             (unsigned long long)(reader->row % reader->height + 1), reader->height);
  }
  if (chunks->head_count < HEAD) {
    snprintf(text, capacity, "a chunk's head at byte %llu",
             (unsigned long long)chunks->offset);
  } else {
    snprintf(text, capacity, "chunk '%s' at byte %llu%s", name,
             (unsigned long long)chunks->offset, line);
  }
}
