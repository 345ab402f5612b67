/* JPEG and PNG behind one decoder handle.
 *
 * libjpeg and libpng leave their functions by longjmp when something is wrong. No such jump may
 * pass over a Swift frame, so every function here that calls into them arms its own setjmp and
 * returns a plain code. Facts come as structs without pointers; texts and blocks are copied out.
 *
 * A decoder belongs to one thread at a time; different decoders share nothing. */
#ifndef IMGDS_IMAGE_CODECS_H
#define IMGDS_IMAGE_CODECS_H

#include <stddef.h>
#include <stdint.h>

/* Fills the front of `buffer`; returns the count of bytes, 0 at the end, negative on failure. */
typedef long (*imgds_read)(void *context, uint8_t *buffer, size_t capacity);

/* What a call of the decoder came to. */
enum {
  IMGDS_DONE = 0,
  IMGDS_CORRUPT = 1,
  IMGDS_LIMITS = 2,
  IMGDS_UNSUPPORTED = 3,
  IMGDS_READ_FAILED = 4,
  IMGDS_NO_MEMORY = 5
};

/* What the first bytes say the stream is. */
enum { IMGDS_FORMAT_OTHER = 0, IMGDS_FORMAT_JPEG = 1, IMGDS_FORMAT_PNG = 2 };

/* Colour as stored; the depth stands beside it. */
enum {
  IMGDS_COLOUR_GRAY = 0,
  IMGDS_COLOUR_GRAY_ALPHA = 1,
  IMGDS_COLOUR_RGB = 2,
  IMGDS_COLOUR_RGB_ALPHA = 3,
  IMGDS_COLOUR_PALETTE = 4,
  IMGDS_COLOUR_CMYK = 5,
  IMGDS_COLOUR_YCCK = 6
};

/* What can be copied out of a decoder with imgds_decoder_copy. */
enum {
  IMGDS_TEXT_FAILURE = 0,  /* why the last call failed: what and where, UTF-8 */
  IMGDS_TEXT_WARNING = 1,  /* a warning, by index */
  IMGDS_BLOCK_EXIF = 2,    /* the TIFF structure of the first Exif block */
  IMGDS_BLOCK_ICC = 3,     /* the front of the ICC profile */
  IMGDS_TEXT_ICC_NAME = 4, /* the name a PNG gives its profile, Latin-1 */
  IMGDS_BLOCK_PREFIX = 5   /* the first bytes of the stream */
};

/* Bounds on what a stream may ask for. */
typedef struct imgds_limits {
  uint64_t pixels;         /* width times height */
  uint32_t side;           /* width of a PNG; libjpeg itself stops at 65,500 */
  uint32_t scans;          /* scans of a JPEG */
  uint32_t chunks;         /* chunks of a PNG that are not image data */
  uint64_t metadata_bytes; /* bytes that are not image data */
  uint64_t trailing_bytes; /* bytes after the end of the image */
  uint32_t enough_side;    /* 0, or both sides a reduced JPEG must still have */
} imgds_limits;

/* The picture as stored, and the rows as delivered. */
typedef struct imgds_facts {
  uint32_t width, height;      /* as stored */
  uint32_t colour, depth;      /* as stored */
  uint32_t row_width, rows;    /* as delivered */
  uint32_t channels, row_depth;
  uint64_t row_bytes;
  uint64_t working_bytes;      /* held by the decoder beyond a few rows */
} imgds_facts;

typedef struct imgds_decoder imgds_decoder;

/* Makes a decoder over a stream; NULL when memory is out. `context` must outlive it. */
imgds_decoder *imgds_decoder_create(imgds_read read, void *context, const imgds_limits *limits);

/* Frees a decoder; NULL does nothing. */
void imgds_decoder_destroy(imgds_decoder *decoder);

/* Fills the buffer and tells the format from the first bytes. For what is neither JPEG nor PNG
 * IMGDS_BLOCK_PREFIX has the first 64 KiB, for a judge of types. */
int imgds_decoder_recognise(imgds_decoder *decoder, int *format);

/* Reads up to the image data. Limits are applied before anything of the picture's size is
 * allocated. */
int imgds_decoder_open(imgds_decoder *decoder, imgds_facts *facts);

/* Starts decoding: the large allocations of interlaced PNGs and JPEGs of several scans are here. */
int imgds_decoder_start(imgds_decoder *decoder);

/* Room for `capacity` rows, which begin `stride` bytes apart, at least `row_bytes`.
 *
 * Rows whose addresses are no multiples of 32 stay in the cache: libjpeg-turbo writes those that are
 * past it, straight to memory. */
typedef struct {
  uint8_t *first;
  size_t stride;
  uint32_t capacity;
} imgds_row_room;

/* Decodes as many rows as there is room for or are left, if they come; `*count` is how many did. */
int imgds_decoder_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count);

/* Reads what follows the last row up to the end of the image, then the stream to its end.
 * `*image_bytes` is the length of the image, `*total_bytes` that of the stream. */
int imgds_decoder_finish(imgds_decoder *decoder, uint64_t *image_bytes, uint64_t *total_bytes);

/* The number of warnings kept; further ones are counted in the last. */
uint32_t imgds_decoder_warnings(const imgds_decoder *decoder);

/* Copies a text or block to `buffer`, at most `capacity` bytes, without a terminating NUL; returns
 * its whole length. `index` counts warnings and is 0 for all else. */
size_t imgds_decoder_copy(const imgds_decoder *decoder, int what, uint32_t index, uint8_t *buffer,
                          size_t capacity);

/* 1 when IMGDS_BLOCK_PREFIX is the whole stream, else 0. */
int imgds_decoder_prefix_is_whole(const imgds_decoder *decoder);

/* A picture to be encoded: rows from top to bottom without padding, 1 gray, 2 gray and alpha, 3 RGB
 * or 4 RGB and alpha channels of 8 bits or of 16 in the machine's byte order. A JPEG has 1 or 3 of
 * 8 bits. */
typedef struct imgds_picture {
  uint32_t format; /* IMGDS_FORMAT_JPEG or IMGDS_FORMAT_PNG */
  uint32_t width, height;
  uint32_t channels, depth;
  uint32_t quality; /* of a JPEG, 1 to 100 */
} imgds_picture;

typedef struct imgds_encoding imgds_encoding;

/* Encodes a picture of whole rows; NULL when memory is out. Equal pictures give equal bytes. A JPEG
 * is baseline with optimised Huffman tables, its chroma whole from quality 90 and halved below; a
 * PNG has libpng's choice of filters at zlib's level 6. */
imgds_encoding *imgds_encode(const imgds_picture *picture, const uint8_t *samples);

/* IMGDS_DONE, or why there is no whole file. */
int imgds_encoding_code(const imgds_encoding *encoding);

/* Copies the file to `buffer`, at most `capacity` bytes; returns its whole length. */
size_t imgds_encoding_copy(const imgds_encoding *encoding, uint8_t *buffer, size_t capacity);

/* Frees an encoding; NULL does nothing. */
void imgds_encoding_destroy(imgds_encoding *encoding);

#endif
