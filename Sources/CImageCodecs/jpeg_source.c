#include "jpeg_internal.h"

uint64_t imgds_jpeg_offset(const imgds_jpeg *jpeg) {
  const imgds_source *source = &jpeg->decoder->source;
  if (jpeg->source.next_input_byte == NULL) return imgds_source_offset(source);
  return source->base + (uint64_t)(jpeg->source.next_input_byte - source->buffer);
}

static void init_source(j_decompress_ptr info) {
  imgds_source *source = &imgds_jpeg_of(info)->decoder->source;
  info->src->next_input_byte = source->buffer + source->start;
  info->src->bytes_in_buffer = source->end - source->start;
}

/* No coefficient takes more than 8 bytes (27 bits, stuffed), so a stream that goes on beyond that
 * is made of something else. */
static void check_length(imgds_jpeg *jpeg) {
  const imgds_limits *limits = &jpeg->decoder->limits;
  const uint64_t scans = (uint64_t)jpeg->info.input_scan_number;
  const uint64_t offset = jpeg->decoder->source.base;
  if (offset <= limits->metadata_bytes + scans * jpeg->samples * 8) return;
  imgds_fail(jpeg->decoder, IMGDS_LIMITS,
             "%llu bytes read are more than a picture of this size can need, scan %llu",
             (unsigned long long)offset, (unsigned long long)scans);
  imgds_jpeg_leave(jpeg);
}

static boolean fill_input_buffer(j_decompress_ptr info) {
  imgds_jpeg *jpeg = imgds_jpeg_of(info);
  imgds_source *source = &jpeg->decoder->source;
  if (!imgds_source_refill(source)) {
    char place[80];
    imgds_jpeg_describe_place(jpeg, place, sizeof place);
    imgds_fail_at_end(jpeg->decoder, source->base, place);
    imgds_jpeg_leave(jpeg);
  }
  init_source(info);
  check_length(jpeg);
  return TRUE;
}

static void skip_input_data(j_decompress_ptr info, long count) {
  size_t left = count > 0 ? (size_t)count : 0;
  while (left > info->src->bytes_in_buffer) {
    left -= info->src->bytes_in_buffer;
    fill_input_buffer(info);
  }
  info->src->next_input_byte += left;
  info->src->bytes_in_buffer -= left;
}

/* Gives back to the stream what libjpeg did not take. */
static void term_source(j_decompress_ptr info) {
  imgds_source *source = &imgds_jpeg_of(info)->decoder->source;
  source->start = (size_t)(info->src->next_input_byte - source->buffer);
}

void imgds_jpeg_install_source(imgds_jpeg *jpeg) {
  jpeg->source.init_source = init_source;
  jpeg->source.fill_input_buffer = fill_input_buffer;
  jpeg->source.skip_input_data = skip_input_data;
  jpeg->source.resync_to_restart = jpeg_resync_to_restart;
  jpeg->source.term_source = term_source;
  jpeg->info.src = &jpeg->source;
}
