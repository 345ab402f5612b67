/* The state of one JPEG decoder, and the three tables of functions it hands to libjpeg. */
#ifndef IMGDS_JPEG_INTERNAL_H
#define IMGDS_JPEG_INTERNAL_H

#include <setjmp.h>
#include <stdio.h>

/* jerror.h numbers its messages by what jpeglib.h says of the build, so it comes second. */
#include <jpeglib.h>
#include <jerror.h>

#include "internal.h"

struct imgds_jpeg {
  struct jpeg_decompress_struct info; /* first, so that libjpeg's pointer is also ours */
  struct jpeg_error_mgr errors;
  struct jpeg_source_mgr source;
  struct jpeg_progress_mgr progress;
  jmp_buf escape; /* armed anew by every entry point */
  imgds_decoder *decoder;
  uint8_t *cmyk; /* one row as libjpeg gives it, when it is still to become RGB */
  uint64_t samples; /* coefficients of all components, sides rounded up to whole blocks */
  bool has_scan[MAX_COMPONENTS];
};

/* libjpeg hands its struct to every callback; it is the first member of ours. */
static inline imgds_jpeg *imgds_jpeg_of(void *info) { return (imgds_jpeg *)info; }

/* The offset in the stream of the next byte libjpeg will take. */
uint64_t imgds_jpeg_offset(const imgds_jpeg *jpeg);

/* Says in which part of the picture decoding is, e.g. "in scan line 217 of 480". */
void imgds_jpeg_describe_place(const imgds_jpeg *jpeg, char *text, size_t capacity);

/* Leaves libjpeg with the failure already recorded. */
_Noreturn void imgds_jpeg_leave(imgds_jpeg *jpeg);

void imgds_jpeg_install_errors(imgds_jpeg *jpeg);
void imgds_jpeg_install_source(imgds_jpeg *jpeg);
void imgds_jpeg_install_markers(imgds_jpeg *jpeg);

#endif
