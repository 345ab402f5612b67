/* A libFuzzer target over the C decoders.
 *
 * Every input is judged twice: whole at full size, and in small pieces at a reduced scale. Beyond what
 * the sanitizers see, it traps when the two verdicts differ, when a refusal has no words, or when facts
 * and rows do not agree. */
#include <stdlib.h>
#include <string.h>

#include "CImageCodecs.h"

typedef struct input {
  const uint8_t *bytes;
  size_t count, position, piece;
} input;

typedef struct verdict {
  int code;
  uint64_t image_bytes, total_bytes;
  size_t failure_count;
  uint8_t failure[256];
} verdict;

static void require(int holds) {
  if (!holds) __builtin_trap();
}

static long read_input(void *context, uint8_t *buffer, size_t capacity) {
  input *from = context;
  size_t count = from->count - from->position;
  if (count > from->piece) count = from->piece;
  if (count > capacity) count = capacity;
  memcpy(buffer, from->bytes + from->position, count);
  from->position += count;
  return (long)count;
}

static int read_rows(imgds_decoder *decoder, const imgds_facts *facts) {
  const imgds_row_room room = {
      .first = malloc(7 * facts->row_bytes), .stride = facts->row_bytes, .capacity = 7};
  uint32_t done = 0;
  int code = IMGDS_DONE;
  while (code == IMGDS_DONE && done < facts->rows) {
    uint32_t count = 0;
    code = imgds_decoder_rows(decoder, room, &count);
    require(code != IMGDS_DONE || (count > 0 && count <= room.capacity));
    done += count;
  }
  require(code != IMGDS_DONE || done == facts->rows);
  free(room.first);
  return code;
}

static int decode(imgds_decoder *decoder, verdict *found) {
  int format = 0;
  imgds_facts facts;
  int code = imgds_decoder_recognise(decoder, &format);
  if (code != IMGDS_DONE || format == IMGDS_FORMAT_OTHER) return -1;
  code = imgds_decoder_open(decoder, &facts);
  if (code != IMGDS_DONE) return code;
  require(facts.row_bytes == (uint64_t)facts.row_width * facts.channels * facts.row_depth / 8);
  require(facts.row_width <= facts.width && facts.rows <= facts.height && facts.rows > 0);
  code = imgds_decoder_start(decoder);
  if (code == IMGDS_DONE) code = read_rows(decoder, &facts);
  if (code != IMGDS_DONE) return code;
  return imgds_decoder_finish(decoder, &found->image_bytes, &found->total_bytes);
}

static verdict judge(const uint8_t *bytes, size_t count, size_t piece, uint32_t enough_side) {
  input from = {bytes, count, 0, piece};
  const imgds_limits limits = {.pixels = 1 << 18,
                               .side = 1 << 14,
                               .scans = 20,
                               .chunks = 1000,
                               .metadata_bytes = 1 << 20,
                               .trailing_bytes = 1 << 20,
                               .enough_side = enough_side};
  verdict found = {0};
  imgds_decoder *decoder = imgds_decoder_create(read_input, &from, &limits);
  require(decoder != NULL);
  found.code = decode(decoder, &found);
  found.failure_count = imgds_decoder_copy(decoder, IMGDS_TEXT_FAILURE, 0, found.failure,
                                           sizeof found.failure);
  require(found.code <= IMGDS_DONE || found.failure_count > 0);
  imgds_decoder_destroy(decoder);
  return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  const verdict whole = judge(bytes, count, SIZE_MAX, 0);
  const verdict pieces = judge(bytes, count, 1 + count % 97, 8);
  require(memcmp(&whole, &pieces, sizeof whole) == 0);
  require(whole.code != IMGDS_DONE || whole.total_bytes == count);
  require(whole.image_bytes <= whole.total_bytes);
  return 0;
}
