#include <stdlib.h>
#include <string.h>

#include "encoder_internal.h"

bool imgds_encoding_reserve(imgds_encoding *encoding, size_t more) {
  if (encoding->capacity - encoding->count >= more) return true;
  size_t capacity = encoding->capacity * 2;
  if (capacity < encoding->count + more) capacity = encoding->count + more;
  uint8_t *bytes = realloc(encoding->bytes, capacity);
  if (bytes == NULL) {
    encoding->code = IMGDS_NO_MEMORY;
    return false;
  }
  encoding->bytes = bytes;
  encoding->capacity = capacity;
  return true;
}

imgds_encoding *imgds_encode(const imgds_picture *picture, const uint8_t *samples) {
  imgds_encoding *encoding = calloc(1, sizeof *encoding);
  if (encoding == NULL) return NULL;
  if (picture->format == IMGDS_FORMAT_JPEG) {
    imgds_encode_jpeg(encoding, picture, samples);
  } else {
    imgds_encode_png(encoding, picture, samples);
  }
  return encoding;
}

int imgds_encoding_code(const imgds_encoding *encoding) { return encoding->code; }

size_t imgds_encoding_copy(const imgds_encoding *encoding, uint8_t *buffer, size_t capacity) {
  const size_t copied = encoding->count < capacity ? encoding->count : capacity;
  if (copied > 0) memcpy(buffer, encoding->bytes, copied);
  return encoding->count;
}

void imgds_encoding_destroy(imgds_encoding *encoding) {
  if (encoding == NULL) return;
  free(encoding->bytes);
  free(encoding);
}
