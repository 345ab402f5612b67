#include "CDigest.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct imgds_inflater {
  z_stream stream;
};

/* zlib counts in 32 bits and has no const in its interface, though it never writes its input. */
static void lend(z_stream *stream, const uint8_t *input, size_t input_count, uint8_t *output,
                 size_t output_capacity) {
  const size_t most = 1u << 30;
  memcpy(&stream->next_in, &input, sizeof input);
  stream->avail_in = (uInt)(input_count < most ? input_count : most);
  stream->next_out = output;
  stream->avail_out = (uInt)(output_capacity < most ? output_capacity : most);
}

static imgds_stream_step account(const z_stream *stream, const uint8_t *input,
                                 const uint8_t *output, int code) {
  imgds_stream_step step = {0, 0, imgds_stream_more};
  if (input != NULL) step.consumed = (size_t)(stream->next_in - input);
  if (output != NULL) step.produced = (size_t)(stream->next_out - output);
  switch (code) {
    case Z_OK:
    case Z_BUF_ERROR:
      break;
    case Z_STREAM_END:
      step.state = imgds_stream_end;
      break;
    case Z_MEM_ERROR:
      step.state = imgds_stream_memory;
      break;
    default:
      step.state = imgds_stream_corrupt;
  }
  return step;
}

// Of lists of digests and file names level 9 makes 10 % less than level 1, in six times the time.
enum { deflate_level = 1 };

size_t imgds_deflate_part(const uint8_t *input, size_t count, uint8_t *output, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, deflate_level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  lend(&stream, input, count, output, capacity);
  const bool is_whole = stream.avail_in == count && deflate(&stream, Z_SYNC_FLUSH) == Z_OK &&
                        stream.avail_in == 0 && stream.avail_out > 0;
  const size_t produced = (size_t)(stream.next_out - output);
  deflateEnd(&stream);
  return is_whole ? produced : 0;
}

imgds_inflater *imgds_inflate_new(void) {
  imgds_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater == NULL) return NULL;
  if (inflateInit2(&inflater->stream, -15) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

imgds_stream_step imgds_inflate_step(imgds_inflater *inflater, const uint8_t *input,
                                     size_t input_count, uint8_t *output, size_t output_capacity) {
  z_stream *stream = &inflater->stream;
  lend(stream, input, input_count, output, output_capacity);
  const int code = inflate(stream, Z_NO_FLUSH);
  return account(stream, input, output, code);
}

void imgds_inflate_free(imgds_inflater *inflater) {
  if (inflater == NULL) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}
