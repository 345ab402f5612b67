/*
 * Makes pictures with the statistics of photographs: colours that vary slowly, edges, and detail
 * that falls off with its fineness (amplitude ~ 1/frequency), the same on every machine.
 *
 * pictures FOLDER COUNT jpeg|png WIDTH HEIGHT [FIRST]
 *
 * JPEGs are of quality 90 with halved chroma, PNGs are RGBA. FIRST is the first seed, else 0.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* jpeglib.h wants stdio.h before it. */
#include <jpeglib.h>
#include <png.h>

enum { lattice = 64, octaves = 7, coarse = 3, most_wide = 8192 };

static uint32_t state;

static int next_byte(void) {
  state = state * 1664525u + 1013904223u;
  return (int)(state >> 24);
}

static int grid[octaves][3][lattice][lattice];

/* For each octave and column or row: the cell it is in, and how far into it, in 256ths. */
static struct {
  int cell, part;
} place[octaves][most_wide];

static void lay_out(int width) {
  for (int octave = 0; octave < octaves; octave++) {
    int scale = width >> octave > 2 ? width >> octave : 2;
    for (int x = 0; x < most_wide; x++) {
      place[octave][x].cell = x / scale % (lattice - 1);
      place[octave][x].part = x % scale * 256 / scale;
    }
  }
}

static void seed(unsigned number) {
  state = number * 2654435761u + 12345u;
  for (int octave = 0; octave < octaves; octave++)
    for (int channel = 0; channel < 3; channel++)
      for (int y = 0; y < lattice; y++)
        for (int x = 0; x < lattice; x++) grid[octave][channel][y][x] = next_byte() - 128;
}

/* One octave of value noise, in 256ths; one is stepped, which makes edges. */
static int noise(int octave, int channel, int x, int y) {
  int column = place[octave][x].cell, row = place[octave][y].cell;
  int(*values)[lattice] = grid[octave][channel];
  if (octave == coarse) return values[row][column] * 256;
  int u = place[octave][x].part, v = place[octave][y].part;
  int top = values[row][column] * (256 - u) + values[row][column + 1] * u;
  int bottom = values[row + 1][column] * (256 - u) + values[row + 1][column + 1] * u;
  return (top * (256 - v) + bottom * v) / 256;
}

/* The three samples of a pixel: one brightness, coarse differences of colour, a sensor's noise. */
static void colour(uint8_t *pixel, int x, int y) {
  int light = (next_byte() - 128) * 20;
  for (int octave = 0; octave < octaves; octave++)
    light += noise(octave, 0, x, y) * 10 / (10 + 4 * octave);
  for (int channel = 0; channel < 3; channel++) {
    int sum = light;
    for (int octave = 0; octave < coarse && channel > 0; octave++)
      sum += noise(octave, channel, x, y) >> (octave + 2);
    int value = 128 + sum / 512;
    pixel[channel] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
  }
}

static void fill(uint8_t *row, int width, int y, int channels) {
  for (int x = 0; x < width; x++) {
    colour(row + x * channels, x, y);
    if (channels == 4) row[x * 4 + 3] = x < width / 8 ? (uint8_t)(x * 2040 / width) : 255;
  }
}

static void write_jpeg(FILE *file, uint8_t *row, int width, int height) {
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr error;
  info.err = jpeg_std_error(&error);
  jpeg_create_compress(&info);
  jpeg_stdio_dest(&info, file);
  info.image_width = (JDIMENSION)width;
  info.image_height = (JDIMENSION)height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 90, TRUE);
  jpeg_start_compress(&info, TRUE);
  for (int y = 0; y < height; y++) {
    fill(row, width, y, 3);
    JSAMPROW rows[1] = {row};
    jpeg_write_scanlines(&info, rows, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
}

static void write_png(FILE *file, uint8_t *row, int width, int height) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  png_init_io(png, file);
  png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB_ALPHA,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 3);
  png_write_info(png, info);
  for (int y = 0; y < height; y++) {
    fill(row, width, y, 4);
    png_write_row(png, row);
  }
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
}

int main(int count, char **words) {
  if (count < 6) return 2;
  int images = atoi(words[2]), width = atoi(words[4]), height = atoi(words[5]);
  int is_jpeg = strcmp(words[3], "jpeg") == 0, first = count > 6 ? atoi(words[6]) : 0;
  if (width > most_wide || height > most_wide) return 2;
  uint8_t *row = malloc((size_t)width * 4);
  lay_out(width);
  for (int number = first; number < first + images; number++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%06d.%s", words[1], number, is_jpeg ? "jpg" : "png");
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
      perror(path);
      return 1;
    }
    seed((unsigned)number);
    (is_jpeg ? write_jpeg : write_png)(file, row, width, height);
    if (fclose(file) != 0) {
      perror(path);
      return 1;
    }
  }
  free(row);
  return 0;
}
