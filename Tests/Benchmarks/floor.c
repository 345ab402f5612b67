/*
 * The least that `add` and `verify` can cost: a loop over the same libraries that reads, hashes,
 * decodes and (with an output folder) writes every file named on standard input, and does nothing
 * else: no colours, no records, no flushes, no order.
 *
 * floor THREADS [OUTPUT-FOLDER] <LIST
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* jpeglib.h wants stdio.h before it. */
#include <jpeglib.h>
#include <png.h>

#include "CDigest.h"

static char **paths;
static size_t path_count;
static atomic_size_t next_path;
static const char *output;
static atomic_size_t failures;

struct jump_error {
  struct jpeg_error_mgr base;
  jmp_buf back;
};

static void jump(j_common_ptr info) { longjmp(((struct jump_error *)info->err)->back, 1); }

static void silent(j_common_ptr info, int level) {
  if (level < 0) info->err->num_warnings++;
}

static int decode_jpeg(const uint8_t *bytes, size_t count) {
  struct jpeg_decompress_struct info;
  struct jump_error error;
  info.err = jpeg_std_error(&error.base);
  error.base.error_exit = jump;
  error.base.emit_message = silent;
  uint8_t *volatile row = NULL;
  if (setjmp(error.back)) {
    jpeg_destroy_decompress(&info);
    free(row);
    return -1;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, (unsigned char *)bytes, count);
  jpeg_read_header(&info, TRUE);
  jpeg_start_decompress(&info);
  row = malloc((size_t)info.output_width * (size_t)info.output_components);
  while (info.output_scanline < info.output_height) {
    JSAMPROW rows[1] = {row};
    jpeg_read_scanlines(&info, rows, 1);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  free(row);
  return 0;
}

struct memory {
  const uint8_t *bytes;
  size_t rest;
};

static void take(png_structp png, png_bytep to, size_t count) {
  struct memory *memory = png_get_io_ptr(png);
  if (count > memory->rest) png_error(png, "short");
  memcpy(to, memory->bytes, count);
  memory->bytes += count;
  memory->rest -= count;
}

static int decode_png(const uint8_t *bytes, size_t count) {
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  uint8_t *volatile image = NULL;
  png_bytep *volatile rows = NULL;
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    free(image);
    free(rows);
    return -1;
  }
  struct memory memory = {bytes, count};
  png_set_read_fn(png, &memory, take);
  png_read_info(png, info);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t stride = png_get_rowbytes(png, info);
  uint32_t height = png_get_image_height(png, info);
  if (passes > 1) {
    image = malloc(stride * height);
    rows = malloc(sizeof(*rows) * height);
    for (uint32_t y = 0; y < height; y++) rows[y] = image + stride * y;
    png_read_image(png, rows);
  } else {
    image = malloc(stride);
    for (uint32_t y = 0; y < height; y++) png_read_row(png, image, NULL);
  }
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
  free(image);
  free(rows);
  return 0;
}

static void write_file(const uint8_t digest[32], const uint8_t *bytes, size_t count) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/", output);
  for (int i = 0; i < 8; i++) length += snprintf(path + length, 3, "%02x", digest[i]);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, bytes, count) != (ssize_t)count) failures++;
  close(file);
}

static void work_on(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) {
    failures++;
    return;
  }
  size_t count = (size_t)status.st_size;
  uint8_t *bytes = malloc(count + 1);
  if (read(file, bytes, count) != (ssize_t)count) failures++;
  close(file);
  uint8_t digest[32];
  imgds_sha256 context;
  imgds_sha256_init(&context);
  imgds_sha256_update(&context, bytes, count);
  imgds_sha256_final(&context, digest);
  int result = count > 1 && bytes[0] == 0xff ? decode_jpeg(bytes, count) : decode_png(bytes, count);
  if (result != 0) failures++;
  if (output != NULL) write_file(digest, bytes, count);
  free(bytes);
}

static void *work(void *unused) {
  (void)unused;
  for (size_t i; (i = atomic_fetch_add(&next_path, 1)) < path_count;) work_on(paths[i]);
  return NULL;
}

int main(int count, char **words) {
  if (count < 2) return 2;
  output = count > 2 ? words[2] : NULL;
  char *line = NULL;
  size_t room = 0;
  for (ssize_t length; (length = getline(&line, &room, stdin)) > 0;) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    paths = realloc(paths, sizeof(*paths) * (path_count + 1));
    paths[path_count++] = strdup(line);
  }
  int threads = atoi(words[1]);
  pthread_t *ids = calloc((size_t)threads, sizeof(*ids));
  for (int i = 0; i < threads; i++) pthread_create(&ids[i], NULL, work, NULL);
  for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
  fprintf(stderr, "%zu files, %zu failures\n", path_count, (size_t)failures);
  return 0;
}
