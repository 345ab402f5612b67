/* What the files of this module share; nothing here is seen from Swift. */
#ifndef IMGDS_INTERNAL_H
#define IMGDS_INTERNAL_H

#include <stdbool.h>

#include "CImageCodecs.h"

enum {
  SOURCE_CAPACITY = 256 * 1024,
  PREFIX_CAPACITY = 64 * 1024,
  TEXT_CAPACITY = 240,
  WARNING_CAPACITY = 16,
  BLOCK_CAPACITY = 64 * 1024
};

/* A stream read in large pieces. The buffer is filled up whatever the sizes the stream comes in,
 * since libjpeg's place in it shows in its messages. Between `start` and `end` lie bytes not yet
 * taken. */
typedef struct imgds_source {
  imgds_read read;
  void *context;
  uint8_t *buffer;
  size_t start, end;
  uint64_t base; /* offset of buffer[0] in the stream */
  bool ended, failed;
} imgds_source;

/* Replaces the taken bytes by the next ones; false at the end and on failure. */
bool imgds_source_refill(imgds_source *source);

/* Takes up to `count` bytes; fewer at the end and on failure. */
size_t imgds_source_take(imgds_source *source, uint8_t *bytes, size_t count);

/* Reads the rest of the stream and forgets it, but stops once more than `most` bytes have been read
 * in all; returns how many have, which is the stream's length unless it stopped. */
uint64_t imgds_source_drain(imgds_source *source, uint64_t most);

/* The offset of the next byte to be taken. */
uint64_t imgds_source_offset(const imgds_source *source);

/* Bytes kept from the stream, up to BLOCK_CAPACITY. */
typedef struct imgds_block {
  uint8_t *bytes;
  size_t count;
} imgds_block;

/* Appends what fits; memory that cannot be had leaves the block as it is. */
void imgds_block_append(imgds_block *block, const uint8_t *bytes, size_t count);
void imgds_block_clear(imgds_block *block);

typedef struct imgds_jpeg imgds_jpeg;
typedef struct imgds_png imgds_png;

struct imgds_decoder {
  imgds_source source;
  imgds_limits limits;
  imgds_facts facts;
  int format;
  int code;
  char failure[TEXT_CAPACITY];
  uint32_t warning_count, warnings_left_out;
  char warnings[WARNING_CAPACITY][TEXT_CAPACITY];
  imgds_block exif, icc;
  char icc_name[80];
  uint32_t rows_done;
  imgds_jpeg *jpeg;
  imgds_png *png;
};

/* Records why decoding ends, unless a reason is recorded already; returns the recorded code. */
__attribute__((format(printf, 3, 4))) int imgds_fail(imgds_decoder *decoder, int code,
                                                     const char *format, ...);

/* Records that the stream ended or failed too early; `where` says in what. */
int imgds_fail_at_end(imgds_decoder *decoder, uint64_t offset, const char *where);

/* Records a warning once. */
__attribute__((format(printf, 2, 3))) void imgds_warn(imgds_decoder *decoder, const char *format,
                                                      ...);

/* Refuses pictures of more pixels than allowed. */
int imgds_check_size(imgds_decoder *decoder, uint64_t width, uint64_t height);

int imgds_jpeg_open(imgds_decoder *decoder);
int imgds_jpeg_start(imgds_decoder *decoder);
int imgds_jpeg_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count);
int imgds_jpeg_finish(imgds_decoder *decoder);
void imgds_jpeg_destroy(imgds_jpeg *jpeg);

int imgds_png_open(imgds_decoder *decoder);
int imgds_png_start(imgds_decoder *decoder);
int imgds_png_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count);
int imgds_png_finish(imgds_decoder *decoder);
void imgds_png_destroy(imgds_png *png);

/* Turns `count` pixels of CMYK into RGB: R = C * K / 255 on inverted (Adobe) values; values stored
 * as amounts of ink are inverted first. */
void imgds_rgb_from_cmyk(const uint8_t *cmyk, uint8_t *rgb, size_t count, bool is_inverted);

#endif
