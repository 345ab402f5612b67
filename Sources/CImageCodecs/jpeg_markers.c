#include <string.h>

#include "jpeg_internal.h"

static uint8_t next_byte(j_decompress_ptr info) {
  struct jpeg_source_mgr *source = info->src;
  if (source->bytes_in_buffer == 0) (*source->fill_input_buffer)(info);
  source->bytes_in_buffer--;
  return *source->next_input_byte++;
}

/* Reads a segment's length; returns how many bytes follow. */
static size_t begin_segment(j_decompress_ptr info) {
  size_t length = (size_t)next_byte(info) << 8;
  length |= next_byte(info);
  if (length < 2) ERREXIT(info, JERR_BAD_LENGTH);
  return length - 2;
}

/* Reads the signature of a segment, as much as there is; returns whether it is this one. */
static bool read_signature(j_decompress_ptr info, const char *signature, size_t count,
                           size_t *left) {
  bool is_same = true;
  for (size_t index = 0; index < count; index++) {
    if (*left == 0) return false;
    (*left)--;
    if (next_byte(info) != (uint8_t)signature[index]) is_same = false;
  }
  return is_same;
}

static void keep_segment(j_decompress_ptr info, imgds_block *block, size_t left) {
  for (; left > 0; left--) {
    uint8_t byte = next_byte(info);
    imgds_block_append(block, &byte, 1);
  }
}

/* The first Exif segment is kept; XMP and all else is passed over. */
static boolean read_app1(j_decompress_ptr info) {
  imgds_decoder *decoder = imgds_jpeg_of(info)->decoder;
  size_t left = begin_segment(info);
  if (read_signature(info, "Exif", 5, &left) && left > 1 && decoder->exif.count == 0) {
    next_byte(info);
    keep_segment(info, &decoder->exif, left - 1);
    return TRUE;
  }
  (*info->src->skip_input_data)(info, (long)left);
  return TRUE;
}

/* The first segment of an ICC profile holds its header and tag table, enough for its name. */
static boolean read_app2(j_decompress_ptr info) {
  imgds_decoder *decoder = imgds_jpeg_of(info)->decoder;
  size_t left = begin_segment(info);
  if (read_signature(info, "ICC_PROFILE", 12, &left) && left > 2 && decoder->icc.count == 0) {
    const uint8_t sequence = next_byte(info);
    next_byte(info);
    left -= 2;
    if (sequence == 1) {
      keep_segment(info, &decoder->icc, left);
      return TRUE;
    }
  }
  (*info->src->skip_input_data)(info, (long)left);
  return TRUE;
}

void imgds_jpeg_install_markers(imgds_jpeg *jpeg) {
  jpeg_set_marker_processor(&jpeg->info, JPEG_APP0 + 1, read_app1);
  jpeg_set_marker_processor(&jpeg->info, JPEG_APP0 + 2, read_app2);
}
