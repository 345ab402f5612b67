#include <string.h>

#include <png.h>

#include "encoder_internal.h"

enum { LEVEL = 6 };

_Noreturn static void on_error(png_structp png, png_const_charp words) {
  imgds_encoding *encoding = png_get_error_ptr(png);
  if (encoding->code == IMGDS_DONE) {
    encoding->code = strcmp(words, "Out of memory") == 0 ? IMGDS_NO_MEMORY : IMGDS_LIMITS;
  }
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp words) {
  (void)png;
  (void)words;
}

static void on_write(png_structp png, png_bytep bytes, size_t count) {
  imgds_encoding *encoding = png_get_io_ptr(png);
  if (!imgds_encoding_reserve(encoding, count)) png_longjmp(png, 1);
  memcpy(encoding->bytes + encoding->count, bytes, count);
  encoding->count += count;
}

static void on_flush(png_structp png) { (void)png; }

static int colour_type(uint32_t channels) {
  switch (channels) {
  case 1:
    return PNG_COLOR_TYPE_GRAY;
  case 2:
    return PNG_COLOR_TYPE_GRAY_ALPHA;
  case 3:
    return PNG_COLOR_TYPE_RGB;
  default:
    return PNG_COLOR_TYPE_RGB_ALPHA;
  }
}

static void write_picture(png_structp png, png_infop info, const imgds_picture *picture,
                          const uint8_t *samples) {
  const size_t row_bytes = (size_t)picture->width * picture->channels * (picture->depth / 8);
  const uint16_t one = 1;
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_compression_level(png, LEVEL);
  png_set_IHDR(png, info, picture->width, picture->height, (int)picture->depth,
               colour_type(picture->channels), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  if (picture->depth == 16 && *(const uint8_t *)&one == 1) png_set_swap(png);
  for (uint32_t row = 0; row < picture->height; row++) {
    png_write_row(png, samples + row * row_bytes);
  }
  png_write_end(png, info);
}

void imgds_encode_png(imgds_encoding *encoding, const imgds_picture *picture,
                      const uint8_t *samples) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, encoding, on_error, on_warning);
  png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
  if (info == NULL) {
    encoding->code = IMGDS_NO_MEMORY;
  } else if (setjmp(png_jmpbuf(png)) == 0) {
    png_set_write_fn(png, encoding, on_write, on_flush);
    write_picture(png, info, picture, samples);
  }
  png_destroy_write_struct(&png, &info);
}
