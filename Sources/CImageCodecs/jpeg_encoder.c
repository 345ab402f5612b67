#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>
#include <jerror.h>

#include "encoder_internal.h"

/* From this quality on chroma is stored whole: halving it would cost more than the rest. */
enum { WHOLE_CHROMA_QUALITY = 90, PIECE = 64 * 1024 };

typedef struct jpeg_writer {
  struct jpeg_compress_struct info; /* first, so that libjpeg's pointer is also ours */
  struct jpeg_error_mgr errors;
  struct jpeg_destination_mgr target;
  jmp_buf escape;
  imgds_encoding *encoding;
} jpeg_writer;

static jpeg_writer *writer_of(void *info) { return (jpeg_writer *)info; }

static void on_error(j_common_ptr info) {
  jpeg_writer *writer = writer_of(info);
  if (writer->encoding->code == IMGDS_DONE) {
    writer->encoding->code =
        info->err->msg_code == JERR_OUT_OF_MEMORY ? IMGDS_NO_MEMORY : IMGDS_LIMITS;
  }
  longjmp(writer->escape, 1);
}

static void on_message(j_common_ptr info, int level) {
  (void)info;
  (void)level;
}

static void output_message(j_common_ptr info) { (void)info; }

static void give_room(j_compress_ptr info) {
  jpeg_writer *writer = writer_of(info);
  if (!imgds_encoding_reserve(writer->encoding, PIECE)) longjmp(writer->escape, 1);
  writer->target.next_output_byte = writer->encoding->bytes + writer->encoding->count;
  writer->target.free_in_buffer = PIECE;
}

static boolean take_full_piece(j_compress_ptr info) {
  writer_of(info)->encoding->count += PIECE;
  give_room(info);
  return TRUE;
}

static void take_last_piece(j_compress_ptr info) {
  jpeg_writer *writer = writer_of(info);
  writer->encoding->count += PIECE - writer->target.free_in_buffer;
}

static void choose_form(struct jpeg_compress_struct *info, const imgds_picture *picture) {
  info->image_width = picture->width;
  info->image_height = picture->height;
  info->input_components = (int)picture->channels;
  info->in_color_space = picture->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(info);
  jpeg_set_quality(info, (int)picture->quality, TRUE);
  info->optimize_coding = TRUE;
  info->dct_method = JDCT_ISLOW;
  if (picture->channels == 3) {
    const int factor = picture->quality >= WHOLE_CHROMA_QUALITY ? 1 : 2;
    info->comp_info[0].h_samp_factor = factor;
    info->comp_info[0].v_samp_factor = factor;
  }
}

static void write_rows(jpeg_writer *writer, const imgds_picture *picture, const uint8_t *samples) {
  const size_t row_bytes = (size_t)picture->width * picture->channels;
  jpeg_start_compress(&writer->info, TRUE);
  while (writer->info.next_scanline < picture->height) {
    JSAMPROW row = (JSAMPROW)samples + writer->info.next_scanline * row_bytes;
    jpeg_write_scanlines(&writer->info, &row, 1);
  }
  jpeg_finish_compress(&writer->info);
}

void imgds_encode_jpeg(imgds_encoding *encoding, const imgds_picture *picture,
                       const uint8_t *samples) {
  jpeg_writer writer = {.encoding = encoding};
  writer.info.err = jpeg_std_error(&writer.errors);
  writer.errors.error_exit = on_error;
  writer.errors.emit_message = on_message;
  writer.errors.output_message = output_message;
  if (setjmp(writer.escape) == 0) {
    jpeg_create_compress(&writer.info);
    writer.target.init_destination = give_room;
    writer.target.empty_output_buffer = take_full_piece;
    writer.target.term_destination = take_last_piece;
    writer.info.dest = &writer.target;
    choose_form(&writer.info, picture);
    write_rows(&writer, picture, samples);
  }
  jpeg_destroy_compress(&writer.info);
}
