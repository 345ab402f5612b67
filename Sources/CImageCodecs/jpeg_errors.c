#include <ctype.h>
#include <string.h>

#include "jpeg_internal.h"

void imgds_jpeg_describe_place(const imgds_jpeg *jpeg, char *text, size_t capacity) {
  const struct jpeg_decompress_struct *info = &jpeg->info;
  if (info->input_scan_number == 0 || info->image_height == 0) {
    snprintf(text, capacity, "in the header");
    return;
  }
  unsigned long line =
      (unsigned long)info->input_iMCU_row * (unsigned)(info->max_v_samp_factor * DCTSIZE) + 1;
  if (line > info->image_height) {
    snprintf(text, capacity, "behind the last scan line");
  } else if (info->input_scan_number > 1) {
    snprintf(text, capacity, "in scan %d, scan line %lu of %u", info->input_scan_number, line,
             info->image_height);
  } else {
    snprintf(text, capacity, "in scan line %lu of %u", line, info->image_height);
  }
}

void imgds_jpeg_leave(imgds_jpeg *jpeg) { longjmp(jpeg->escape, 1); }

/* libjpeg's own words for the message at hand, beginning with a small letter; for kinds of JPEG it
 * cannot decode, the name people know them by. */
static void copy_message(j_common_ptr info, char text[JMSG_LENGTH_MAX]) {
  static const char common[] = "Corrupt JPEG data: ";
  const struct jpeg_error_mgr *errors = info->err;
  (*errors->format_message)(info, text);
  if (errors->msg_code == JERR_BAD_PRECISION) {
    snprintf(text, JMSG_LENGTH_MAX, "a jpeg of %d bits a sample is not supported",
             ((j_decompress_ptr)info)->data_precision);
  } else if (errors->msg_code == JERR_SOF_UNSUPPORTED) {
    const int type = errors->msg_parm.i[0];
    const char *kind = type == 0xC3 || type == 0xCB ? "lossless" : "hierarchical";
    snprintf(text, JMSG_LENGTH_MAX, "a %s jpeg (SOF type 0x%02x) is not supported", kind,
             (unsigned)type);
  } else if (errors->msg_code == JWRN_EXTRANEOUS_DATA) {
    const int count = errors->msg_parm.i[0];
    snprintf(text, JMSG_LENGTH_MAX, "%d extraneous byte%s before marker 0x%02x", count,
             count == 1 ? "" : "s", (unsigned)errors->msg_parm.i[1]);
  }
  if (strncmp(text, common, strlen(common)) == 0) {
    memmove(text, text + strlen(common), strlen(text + strlen(common)) + 1);
  }
  if (isupper((unsigned char)text[0]) && islower((unsigned char)text[1])) {
    text[0] = (char)tolower((unsigned char)text[0]);
  }
}

static int code_of_error(int message) {
  switch (message) {
  case JERR_BAD_PRECISION:
  case JERR_SOF_UNSUPPORTED:
#if JPEG_LIB_VERSION < 70
  case JERR_ARITH_NOTIMPL:
#endif
  case JERR_CONVERSION_NOTIMPL:
  case JERR_CCIR601_NOTIMPL:
  case JERR_FRACT_SAMPLE_NOTIMPL:
  case JERR_COMPONENT_COUNT:
  case JERR_NOT_COMPILED:
  case JERR_NOTIMPL:
    return IMGDS_UNSUPPORTED;
  case JERR_IMAGE_TOO_BIG:
  case JERR_WIDTH_OVERFLOW:
    return IMGDS_LIMITS;
  case JERR_OUT_OF_MEMORY:
  case JERR_NO_BACKING_STORE:
    return IMGDS_NO_MEMORY;
  default:
    return IMGDS_CORRUPT;
  }
}

static void fail(j_common_ptr info, int code) {
  imgds_jpeg *jpeg = imgds_jpeg_of(info);
  char words[JMSG_LENGTH_MAX];
  char place[80];
  copy_message(info, words);
  imgds_jpeg_describe_place(jpeg, place, sizeof place);
  imgds_fail(jpeg->decoder, code, "%s at byte %llu, %s", words,
             (unsigned long long)imgds_jpeg_offset(jpeg), place);
  imgds_jpeg_leave(jpeg);
}

static void error_exit(j_common_ptr info) { fail(info, code_of_error(info->err->msg_code)); }

/* Whether the bytes libjpeg has just skipped are more than the fill some encoders leave behind a
 * scan: bytes that differ are coded data the entropy decoder did not want, so it had lost its
 * way. */
static bool has_skipped_coded_data(const imgds_jpeg *jpeg, int skipped) {
  enum { TOLERATED = 16 };
  const uint8_t *first = jpeg->decoder->source.buffer;
  const uint8_t *end = jpeg->source.next_input_byte;
  if (jpeg->info.input_scan_number == 0 || skipped <= TOLERATED) return false;
  if (end - first > skipped) first = end - skipped;
  for (const uint8_t *byte = first; byte < end; byte++) {
    if (*byte != *first) return true;
  }
  return false;
}

/* A negative level is a warning. Those that say pixels were lost or made up end decoding. */
static void emit_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  imgds_jpeg *jpeg = imgds_jpeg_of(info);
  switch (info->err->msg_code) {
  case JWRN_HIT_MARKER:
  case JWRN_HUFF_BAD_CODE:
#if JPEG_LIB_VERSION >= 70 || defined(C_ARITH_CODING_SUPPORTED) || defined(D_ARITH_CODING_SUPPORTED)
  case JWRN_ARITH_BAD_CODE:
#endif
  case JWRN_MUST_RESYNC:
  case JWRN_BOGUS_PROGRESSION:
  case JWRN_JPEG_EOF:
    fail(info, IMGDS_CORRUPT);
    break;
  case JWRN_EXTRANEOUS_DATA:
    if (has_skipped_coded_data(jpeg, info->err->msg_parm.i[0])) fail(info, IMGDS_CORRUPT);
    break;
  default:
    break;
  }
  char words[JMSG_LENGTH_MAX];
  copy_message(info, words);
  imgds_warn(jpeg->decoder, "%s at byte %llu", words, (unsigned long long)imgds_jpeg_offset(jpeg));
}

static void output_message(j_common_ptr info) { (void)info; }

void imgds_jpeg_install_errors(imgds_jpeg *jpeg) {
  jpeg->info.err = jpeg_std_error(&jpeg->errors);
  jpeg->errors.error_exit = error_exit;
  jpeg->errors.emit_message = emit_message;
  jpeg->errors.output_message = output_message;
}
