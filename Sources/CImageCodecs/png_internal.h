/* The state of one PNG decoder. */
#ifndef IMGDS_PNG_INTERNAL_H
#define IMGDS_PNG_INTERNAL_H

#include <png.h>

#include "internal.h"

/* Follows the bytes libpng takes, to know in which chunk it is. libpng tells a message but no
 * place, and gives no eXIf that comes behind the image data. */
typedef struct imgds_chunks {
  uint64_t offset;      /* of the current chunk's length field */
  uint8_t head[8];      /* length and name, as far as they are read */
  uint32_t head_count;
  uint64_t left;        /* bytes of data and CRC still to come */
  uint64_t metadata_bytes;
  uint64_t last_bytes; /* image data read since the last row was begun */
  uint32_t metadata_chunks;
  bool is_past_signature;
} imgds_chunks;

struct imgds_png {
  png_structp png;
  png_infop info;
  imgds_decoder *decoder;
  imgds_chunks chunks;
  uint32_t height;
  uint64_t row, rows; /* the row being read and their number, over all passes */
  uint8_t *picture; /* the whole picture, when it is interlaced */
};

/* Takes note of bytes read. False when a limit is passed; the failure is then recorded. */
bool imgds_chunks_follow(imgds_png *reader, const uint8_t *bytes, size_t count);

/* Whether the current chunk has this name. */
bool imgds_chunks_is(const imgds_chunks *chunks, const char *name);

/* libpng reads to the end of the compressed data within the call that gives the last row. */
static inline bool imgds_png_is_at_last_row(const imgds_png *reader) {
  return reader->rows > 0 && reader->row + 1 >= reader->rows;
}

/* Writes the place in words, e.g. "chunk 'IDAT' at byte 41, scan line 3 of 8". */
void imgds_png_describe_place(const imgds_png *reader, char *text, size_t capacity);

#endif
