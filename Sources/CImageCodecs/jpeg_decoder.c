#include <stdlib.h>

#include "jpeg_internal.h"

/* Called by libjpeg for every row of blocks it reads: the place to count scans. A scan costs a pass
 * over all blocks however few bytes it has, so large pictures may have fewer. */
static void watch_scans(j_common_ptr common) {
  enum { SCANS_ALWAYS_ALLOWED = 32 };
  const uint64_t samples_allowed = (uint64_t)1 << 30;
  imgds_jpeg *jpeg = imgds_jpeg_of(common);
  for (int index = 0; index < jpeg->info.comps_in_scan; index++) {
    jpeg->has_scan[jpeg->info.cur_comp_info[index]->component_index] = true;
  }
  const uint64_t scans = (uint64_t)jpeg->info.input_scan_number;
  if (scans <= SCANS_ALWAYS_ALLOWED && scans <= jpeg->decoder->limits.scans) return;
  if (scans <= jpeg->decoder->limits.scans && scans * jpeg->samples <= samples_allowed) return;
  imgds_fail(jpeg->decoder, IMGDS_LIMITS, "scan %llu at byte %llu is more than the limit",
             (unsigned long long)scans, (unsigned long long)imgds_jpeg_offset(jpeg));
  imgds_jpeg_leave(jpeg);
}

/* The smallest of libjpeg-turbo's fast scales that leaves both sides long enough. */
static void choose_scale(struct jpeg_decompress_struct *info, uint32_t enough_side) {
  unsigned eighths = 8;
  const uint64_t side =
      info->image_width < info->image_height ? info->image_width : info->image_height;
  while (enough_side > 0 && eighths > 1 && side * (eighths / 2) / 8 >= enough_side) eighths /= 2;
  info->scale_num = eighths;
  info->scale_denom = 8;
}

static int choose_colours(imgds_jpeg *jpeg) {
  struct jpeg_decompress_struct *info = &jpeg->info;
  imgds_facts *facts = &jpeg->decoder->facts;
  facts->channels = 3;
  info->out_color_space = JCS_RGB;
  switch (info->jpeg_color_space) {
  case JCS_GRAYSCALE:
    facts->colour = IMGDS_COLOUR_GRAY;
    facts->channels = 1;
    info->out_color_space = JCS_GRAYSCALE;
    return IMGDS_DONE;
  case JCS_YCbCr:
  case JCS_RGB:
    facts->colour = IMGDS_COLOUR_RGB;
    return IMGDS_DONE;
  case JCS_CMYK:
  case JCS_YCCK:
    facts->colour = info->jpeg_color_space == JCS_CMYK ? IMGDS_COLOUR_CMYK : IMGDS_COLOUR_YCCK;
    info->out_color_space = JCS_CMYK;
    return IMGDS_DONE;
  default:
    return imgds_fail(jpeg->decoder, IMGDS_UNSUPPORTED, "a jpeg of %d components is not supported",
                      info->num_components);
  }
}

/* Coefficients of a picture of several scans are held whole: 2 bytes a sample, sides rounded up. */
static void measure(imgds_jpeg *jpeg) {
  const struct jpeg_decompress_struct *info = &jpeg->info;
  uint64_t blocks = 0;
  for (int index = 0; index < info->num_components; index++) {
    const jpeg_component_info *component = &info->comp_info[index];
    const uint64_t h = (uint64_t)component->h_samp_factor;
    const uint64_t v = (uint64_t)component->v_samp_factor;
    blocks += (component->width_in_blocks + h - 1) / h * h *
              ((component->height_in_blocks + v - 1) / v * v);
  }
  jpeg->samples = blocks * DCTSIZE2;
  if (jpeg_has_multiple_scans(&jpeg->info)) {
    jpeg->decoder->facts.working_bytes = jpeg->samples * sizeof(JCOEF);
  }
}

static int read_header(imgds_jpeg *jpeg) {
  struct jpeg_decompress_struct *info = &jpeg->info;
  imgds_decoder *decoder = jpeg->decoder;
  imgds_facts *facts = &decoder->facts;
  jpeg_read_header(info, TRUE);
  facts->width = info->image_width;
  facts->height = info->image_height;
  facts->depth = 8;
  facts->row_depth = 8;
  int code = imgds_check_size(decoder, facts->width, facts->height);
  if (code != IMGDS_DONE) return code;
  if (info->data_precision != 8) {
    return imgds_fail(decoder, IMGDS_UNSUPPORTED, "a jpeg of %d bits a sample is not supported",
                      info->data_precision);
  }
  code = choose_colours(jpeg);
  if (code != IMGDS_DONE) return code;
  choose_scale(info, decoder->limits.enough_side);
  jpeg_calc_output_dimensions(info);
  facts->row_width = info->output_width;
  facts->rows = info->output_height;
  facts->row_bytes = (uint64_t)info->output_width * facts->channels;
  measure(jpeg);
  return IMGDS_DONE;
}

int imgds_jpeg_open(imgds_decoder *decoder) {
  imgds_jpeg *jpeg = calloc(1, sizeof *jpeg);
  if (jpeg == NULL) return imgds_fail(decoder, IMGDS_NO_MEMORY, "memory is out");
  decoder->jpeg = jpeg;
  jpeg->decoder = decoder;
  imgds_jpeg_install_errors(jpeg);
  if (setjmp(jpeg->escape) != 0) return decoder->code;
  jpeg_create_decompress(&jpeg->info);
  jpeg->info.mem->max_memory_to_use = 0;
  imgds_jpeg_install_source(jpeg);
  imgds_jpeg_install_markers(jpeg);
  jpeg->progress.progress_monitor = watch_scans;
  jpeg->info.progress = &jpeg->progress;
  return read_header(jpeg);
}

int imgds_jpeg_start(imgds_decoder *decoder) {
  imgds_jpeg *jpeg = decoder->jpeg;
  if (jpeg->info.out_color_space == JCS_CMYK) {
    jpeg->cmyk = malloc((size_t)jpeg->info.output_width * 4);
    if (jpeg->cmyk == NULL) return imgds_fail(decoder, IMGDS_NO_MEMORY, "memory is out");
  }
  if (setjmp(jpeg->escape) != 0) return decoder->code;
  jpeg_start_decompress(&jpeg->info);
  return IMGDS_DONE;
}

int imgds_jpeg_rows(imgds_decoder *decoder, imgds_row_room room, uint32_t *count) {
  enum { BATCH = 16 };
  imgds_jpeg *jpeg = decoder->jpeg;
  if (setjmp(jpeg->escape) != 0) return decoder->code;
  while (*count < room.capacity) {
    uint8_t *next = room.first + *count * room.stride;
    if (jpeg->cmyk != NULL) {
      jpeg_read_scanlines(&jpeg->info, &jpeg->cmyk, 1);
      imgds_rgb_from_cmyk(jpeg->cmyk, next, jpeg->info.output_width,
                          jpeg->info.saw_Adobe_marker != 0);
      *count += 1;
      continue;
    }
    JSAMPROW rows[BATCH];
    uint32_t wanted = room.capacity - *count < BATCH ? room.capacity - *count : BATCH;
    for (uint32_t index = 0; index < wanted; index++) rows[index] = next + index * room.stride;
    *count += jpeg_read_scanlines(&jpeg->info, rows, wanted);
  }
  return IMGDS_DONE;
}

/* A JPEG may end, by its EOI, before all its scans are there: every pixel has a value, but a
 * coarser one than the encoder saw. libjpeg is silent about it. */
static void warn_of_missing_scans(imgds_jpeg *jpeg) {
  const struct jpeg_decompress_struct *info = &jpeg->info;
  if (!jpeg_has_multiple_scans(&jpeg->info)) return;
  int unrefined = 0;
  for (int index = 0; index < info->num_components; index++) {
    if (!jpeg->has_scan[index]) {
      imgds_warn(jpeg->decoder, "no scan holds component %d of %d", index + 1,
                 info->num_components);
    }
    bool is_refined = true;
    for (int place = 0; info->coef_bits != NULL && place < DCTSIZE2; place++) {
      if (info->coef_bits[index][place] != 0) is_refined = false;
    }
    if (!is_refined) unrefined++;
  }
  if (unrefined > 0) {
    imgds_warn(jpeg->decoder, "the scans end before the last refinement of %d of %d components",
               unrefined, info->num_components);
  }
}

int imgds_jpeg_finish(imgds_decoder *decoder) {
  if (setjmp(decoder->jpeg->escape) != 0) return decoder->code;
  warn_of_missing_scans(decoder->jpeg);
  jpeg_finish_decompress(&decoder->jpeg->info);
  return IMGDS_DONE;
}

void imgds_jpeg_destroy(imgds_jpeg *jpeg) {
  if (jpeg == NULL) return;
  jpeg_destroy_decompress(&jpeg->info);
  free(jpeg->cmyk);
  free(jpeg);
}
