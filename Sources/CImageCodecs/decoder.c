#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

imgds_decoder *imgds_decoder_create(imgds_read read, void *context, const imgds_limits *limits) {
  imgds_decoder *decoder = calloc(1, sizeof *decoder);
  uint8_t *buffer = malloc(SOURCE_CAPACITY);
  if (decoder == NULL || buffer == NULL) {
    free(decoder);
    free(buffer);
    return NULL;
  }
  decoder->source.read = read;
  decoder->source.context = context;
  decoder->source.buffer = buffer;
  decoder->limits = *limits;
  return decoder;
}

void imgds_decoder_destroy(imgds_decoder *decoder) {
  if (decoder == NULL) return;
  imgds_jpeg_destroy(decoder->jpeg);
  imgds_png_destroy(decoder->png);
  imgds_block_clear(&decoder->exif);
  imgds_block_clear(&decoder->icc);
  free(decoder->source.buffer);
  free(decoder);
}

int imgds_decoder_recognise(imgds_decoder *decoder, int *format) {
  static const uint8_t jpeg[] = {0xFF, 0xD8, 0xFF};
  const uint8_t jpeg_ls_frame = 0xF7;
  static const uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  imgds_source_refill(&decoder->source);
  const size_t count = decoder->source.end;
  const uint8_t *bytes = decoder->source.buffer;
  if (count >= sizeof jpeg && memcmp(bytes, jpeg, sizeof jpeg) == 0 &&
      (count == sizeof jpeg || bytes[sizeof jpeg] != jpeg_ls_frame)) {
    decoder->format = IMGDS_FORMAT_JPEG;
  } else if (count >= sizeof png && memcmp(bytes, png, sizeof png) == 0) {
    decoder->format = IMGDS_FORMAT_PNG;
  } else {
    decoder->format = IMGDS_FORMAT_OTHER;
  }
  *format = decoder->format;
  if (!decoder->source.failed || decoder->format != IMGDS_FORMAT_OTHER) return IMGDS_DONE;
  return imgds_fail_at_end(decoder, decoder->source.end, "before its format is known");
}

int imgds_decoder_open(imgds_decoder *decoder, imgds_facts *facts) {
  int code = decoder->format == IMGDS_FORMAT_JPEG ? imgds_jpeg_open(decoder)
                                                  : imgds_png_open(decoder);
  *facts = decoder->facts;
  return code;
}

int imgds_decoder_start(imgds_decoder *decoder) {
  return decoder->jpeg != NULL ? imgds_jpeg_start(decoder) : imgds_png_start(decoder);
}

int imgds_decoder_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count) {
  *count = 0;
  uint32_t left = decoder->facts.rows - decoder->rows_done;
  if (room.capacity > left) room.capacity = left;
  int code = decoder->jpeg != NULL ? imgds_jpeg_rows(decoder, room, count)
                                   : imgds_png_rows(decoder, room, count);
  if (code != IMGDS_DONE) *count = 0;
  decoder->rows_done += *count;
  return code;
}

int imgds_decoder_finish(imgds_decoder *decoder, uint64_t *image_bytes, uint64_t *total_bytes) {
  int code = decoder->jpeg != NULL ? imgds_jpeg_finish(decoder) : imgds_png_finish(decoder);
  if (code != IMGDS_DONE) return code;
  *image_bytes = imgds_source_offset(&decoder->source);
  const uint64_t most = *image_bytes + decoder->limits.trailing_bytes;
  *total_bytes = imgds_source_drain(&decoder->source, most);
  if (decoder->source.failed) {
    return imgds_fail_at_end(decoder, *total_bytes, "after the end of the image");
  }
  if (*total_bytes > most) {
    return imgds_fail(decoder, IMGDS_LIMITS,
                      "more than %llu bytes after the end of the image at byte %llu",
                      (unsigned long long)decoder->limits.trailing_bytes,
                      (unsigned long long)*image_bytes);
  }
  if (*total_bytes > *image_bytes) {
    unsigned long long extra = *total_bytes - *image_bytes;
    imgds_warn(decoder, "%llu byte%s after the end of the image at byte %llu", extra,
               extra == 1 ? "" : "s", (unsigned long long)*image_bytes);
  }
  return IMGDS_DONE;
}

uint32_t imgds_decoder_warnings(const imgds_decoder *decoder) { return decoder->warning_count; }

int imgds_decoder_prefix_is_whole(const imgds_decoder *decoder) {
  return decoder->source.ended && decoder->source.end <= PREFIX_CAPACITY;
}

size_t imgds_decoder_copy(const imgds_decoder *decoder, int what, uint32_t index, uint8_t *buffer,
                          size_t capacity) {
  const void *bytes = "";
  size_t count = 0;
  switch (what) {
  case IMGDS_TEXT_FAILURE:
    bytes = decoder->failure;
    count = strlen(decoder->failure);
    break;
  case IMGDS_TEXT_WARNING:
    if (index < decoder->warning_count) {
      bytes = decoder->warnings[index];
      count = strlen(decoder->warnings[index]);
    }
    break;
  case IMGDS_BLOCK_EXIF:
    bytes = decoder->exif.bytes;
    count = decoder->exif.count;
    break;
  case IMGDS_BLOCK_ICC:
    bytes = decoder->icc.bytes;
    count = decoder->icc.count;
    break;
  case IMGDS_TEXT_ICC_NAME:
    bytes = decoder->icc_name;
    count = strlen(decoder->icc_name);
    break;
  case IMGDS_BLOCK_PREFIX:
    bytes = decoder->source.buffer;
    count = decoder->source.end < PREFIX_CAPACITY ? decoder->source.end : PREFIX_CAPACITY;
    break;
  default:
    break;
  }
  size_t copied = count < capacity ? count : capacity;
  if (copied > 0) memcpy(buffer, bytes, copied);
  return count;
}

int imgds_fail(imgds_decoder *decoder, int code, const char *format, ...) {
  if (decoder->code != IMGDS_DONE) return decoder->code;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(decoder->failure, sizeof decoder->failure, format, arguments);
  va_end(arguments);
  decoder->code = code;
  return code;
}

int imgds_fail_at_end(imgds_decoder *decoder, uint64_t offset, const char *where) {
  if (decoder->source.failed) {
    return imgds_fail(decoder, IMGDS_READ_FAILED, "reading failed at byte %llu, %s",
                      (unsigned long long)offset, where);
  }
  return imgds_fail(decoder, IMGDS_CORRUPT, "the data ends at byte %llu, %s",
                    (unsigned long long)offset, where);
}

void imgds_warn(imgds_decoder *decoder, const char *format, ...) {
  char text[TEXT_CAPACITY];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  for (uint32_t index = 0; index < decoder->warning_count; index++) {
    if (strcmp(decoder->warnings[index], text) == 0) return;
  }
  if (decoder->warning_count < WARNING_CAPACITY) {
    memcpy(decoder->warnings[decoder->warning_count++], text, sizeof text);
    return;
  }
  decoder->warnings_left_out++;
  snprintf(decoder->warnings[WARNING_CAPACITY - 1], TEXT_CAPACITY, "and %u more warnings",
           decoder->warnings_left_out + 1);
}

int imgds_check_size(imgds_decoder *decoder, uint64_t width, uint64_t height) {
  if (height != 0 && width > decoder->limits.pixels / height) {
    return imgds_fail(decoder, IMGDS_LIMITS,
                      "%llu x %llu pixels are more than the limit of %llu pixels",
                      (unsigned long long)width, (unsigned long long)height,
                      (unsigned long long)decoder->limits.pixels);
  }
  return IMGDS_DONE;
}
