#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "png_internal.h"

/* libpng's words without the chunk name it puts in front, beginning with a small letter. */
static const char *tidy(const char *words, char *text, size_t capacity) {
  const char *colon = strstr(words, ": ");
  if (colon != NULL && colon - words <= 16 && !isspace((unsigned char)words[0]) &&
      memchr(words, ' ', (size_t)(colon - words)) == NULL) {
    words = colon + 2;
  }
  snprintf(text, capacity, "%s", words);
  if (isupper((unsigned char)text[0]) && islower((unsigned char)text[1])) {
    text[0] = (char)tolower((unsigned char)text[0]);
  }
  return text;
}

static void fail(imgds_png *reader, int code, const char *words) {
  char text[120];
  char place[160];
  imgds_png_describe_place(reader, place, sizeof place);
  imgds_fail(reader->decoder, code, "%s: %s", place, tidy(words, text, sizeof text));
}

_Noreturn static void on_error(png_structp png, png_const_charp words) {
  imgds_png *reader = png_get_error_ptr(png);
  fail(reader, strcmp(words, "Out of memory") == 0 ? IMGDS_NO_MEMORY : IMGDS_CORRUPT, words);
  png_longjmp(png, 1);
}

/* After the last row libpng softens what is wrong with the compressed data to a warning, a wrong
 * Adler-32 among them. Only data in excess leaves the picture beyond doubt. */
static void on_warning(png_structp png, png_const_charp words) {
  imgds_png *reader = png_get_error_ptr(png);
  char text[120];
  char place[160];
  const bool is_excess = strstr(words, "xtra compressed data") != NULL ||
                         strstr(words, "oo much image data") != NULL ||
                         strstr(words, "oo many IDAT") != NULL;
  if (imgds_chunks_is(&reader->chunks, "IDAT") && imgds_png_is_at_last_row(reader) && !is_excess) {
    fail(reader, IMGDS_CORRUPT, words);
    png_longjmp(png, 1);
  }
  if (imgds_chunks_is(&reader->chunks, "eXIf")) imgds_block_clear(&reader->decoder->exif);
  imgds_png_describe_place(reader, place, sizeof place);
  imgds_warn(reader->decoder, "%s: %s", place, tidy(words, text, sizeof text));
}

static void on_read(png_structp png, png_bytep bytes, size_t count) {
  imgds_png *reader = png_get_io_ptr(png);
  imgds_source *source = &reader->decoder->source;
  const size_t taken = imgds_source_take(source, bytes, count);
  if (!imgds_chunks_follow(reader, bytes, taken)) png_longjmp(png, 1);
  if (taken == count) return;
  char place[164] = "in ";
  imgds_png_describe_place(reader, place + 3, sizeof place - 3);
  imgds_fail_at_end(reader->decoder, imgds_source_offset(source), place);
  png_longjmp(png, 1);
}

/* Chunks that say nothing of the pixels and for which libpng would allocate what they claim as their
 * length are passed over, their CRC checked. */
static void pass_over_metadata(png_structp png) {
  static const png_byte names[] = "tEXt\0zTXt\0iTXt\0eXIf\0sPLT\0pCAL\0sCAL";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, names, (int)(sizeof names / 5));
}

static void keep_profile(imgds_png *reader) {
  imgds_decoder *decoder = reader->decoder;
  png_charp name = NULL;
  png_bytep profile = NULL;
  png_uint_32 length = 0;
  int compression = 0;
  if (!png_get_iCCP(reader->png, reader->info, &name, &compression, &profile, &length)) return;
  snprintf(decoder->icc_name, sizeof decoder->icc_name, "%s", name);
  imgds_block_append(&decoder->icc, profile, length);
}

static uint32_t colour_of(png_byte type) {
  switch (type) {
  case PNG_COLOR_TYPE_GRAY:
    return IMGDS_COLOUR_GRAY;
  case PNG_COLOR_TYPE_GRAY_ALPHA:
    return IMGDS_COLOUR_GRAY_ALPHA;
  case PNG_COLOR_TYPE_PALETTE:
    return IMGDS_COLOUR_PALETTE;
  case PNG_COLOR_TYPE_RGB:
    return IMGDS_COLOUR_RGB;
  default:
    return IMGDS_COLOUR_RGB_ALPHA;
  }
}

/* Asks for rows of whole 8-bit or native 16-bit samples, palettes and colour keys resolved. */
static void choose_rows(imgds_png *reader) {
  png_structp png = reader->png;
  const png_byte type = png_get_color_type(png, reader->info);
  const uint16_t one = 1;
  if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (type == PNG_COLOR_TYPE_GRAY && reader->decoder->facts.depth < 8) {
    png_set_expand_gray_1_2_4_to_8(png);
  }
  if (png_get_valid(png, reader->info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
  if (reader->decoder->facts.depth == 16 && *(const uint8_t *)&one == 1) png_set_swap(png);
  if (png_get_interlace_type(png, reader->info) != PNG_INTERLACE_NONE) {
    png_set_interlace_handling(png);
  }
  png_read_update_info(png, reader->info);
}

static int read_header(imgds_png *reader) {
  imgds_decoder *decoder = reader->decoder;
  imgds_facts *facts = &decoder->facts;
  png_structp png = reader->png;
  png_read_info(png, reader->info);
  facts->width = facts->row_width = png_get_image_width(png, reader->info);
  facts->height = facts->rows = png_get_image_height(png, reader->info);
  facts->depth = png_get_bit_depth(png, reader->info);
  facts->colour = colour_of(png_get_color_type(png, reader->info));
  int code = imgds_check_size(decoder, facts->width, facts->height);
  if (code != IMGDS_DONE) return code;
  if (facts->width > decoder->limits.side) {
    return imgds_fail(decoder, IMGDS_LIMITS, "a width of %u pixels is more than the limit of %u",
                      facts->width, decoder->limits.side);
  }
  keep_profile(reader);
  choose_rows(reader);
  facts->channels = png_get_channels(png, reader->info);
  facts->row_depth = png_get_bit_depth(png, reader->info);
  facts->row_bytes = png_get_rowbytes(png, reader->info);
  const bool is_interlaced = png_get_interlace_type(png, reader->info) != PNG_INTERLACE_NONE;
  if (is_interlaced) facts->working_bytes = facts->row_bytes * facts->height;
  reader->height = facts->height;
  reader->rows = (uint64_t)facts->height * (is_interlaced ? PNG_INTERLACE_ADAM7_PASSES : 1);
  return IMGDS_DONE;
}

int imgds_png_open(imgds_decoder *decoder) {
  imgds_png *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return imgds_fail(decoder, IMGDS_NO_MEMORY, "memory is out");
  decoder->png = reader;
  reader->decoder = decoder;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_error, on_warning);
  if (reader->png != NULL) reader->info = png_create_info_struct(reader->png);
  if (reader->info == NULL) return imgds_fail(decoder, IMGDS_NO_MEMORY, "memory is out");
  if (setjmp(png_jmpbuf(reader->png)) != 0) return decoder->code;
  png_set_read_fn(reader->png, reader, on_read);
  png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  pass_over_metadata(reader->png);
  return read_header(reader);
}

/* Reads all passes of an interlaced picture into memory. */
static void read_picture(imgds_png *reader) {
  const size_t row_bytes = reader->decoder->facts.row_bytes;
  for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
    for (uint32_t row = 0; row < reader->height; row++) {
      png_read_row(reader->png, reader->picture + row * row_bytes, NULL);
      reader->row++;
    }
  }
}

int imgds_png_start(imgds_decoder *decoder) {
  imgds_png *reader = decoder->png;
  if (decoder->facts.working_bytes == 0) return IMGDS_DONE;
  reader->picture = calloc(reader->height, decoder->facts.row_bytes);
  if (reader->picture == NULL) return imgds_fail(decoder, IMGDS_NO_MEMORY, "memory is out");
  if (setjmp(png_jmpbuf(reader->png)) != 0) return decoder->code;
  read_picture(reader);
  return IMGDS_DONE;
}

int imgds_png_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count) {
  imgds_png *reader = decoder->png;
  const size_t row_bytes = decoder->facts.row_bytes;
  if (reader->picture != NULL) {
    const uint8_t *rows = reader->picture + decoder->rows_done * row_bytes;
    for (; *count < room.capacity; *count += 1) {
      memcpy(room.first + *count * room.stride, rows + *count * row_bytes, row_bytes);
    }
    return IMGDS_DONE;
  }
  if (setjmp(png_jmpbuf(reader->png)) != 0) return decoder->code;
  while (*count < room.capacity) {
    png_read_row(reader->png, room.first + *count * room.stride, NULL);
    reader->row++;
    *count += 1;
  }
  return IMGDS_DONE;
}

int imgds_png_finish(imgds_decoder *decoder) {
  imgds_png *reader = decoder->png;
  if (setjmp(png_jmpbuf(reader->png)) != 0) return decoder->code;
  png_read_end(reader->png, NULL);
  return IMGDS_DONE;
}

void imgds_png_destroy(imgds_png *reader) {
  if (reader == NULL) return;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader->picture);
  free(reader);
}
