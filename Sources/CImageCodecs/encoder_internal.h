/* What the encoders share. */
#ifndef IMGDS_ENCODER_INTERNAL_H
#define IMGDS_ENCODER_INTERNAL_H

#include <stdbool.h>

#include "CImageCodecs.h"

/* A file that grows in memory. */
struct imgds_encoding {
  uint8_t *bytes;
  size_t count, capacity;
  int code;
};

/* Makes room for so many more bytes; false, with the code set, when memory is out. */
bool imgds_encoding_reserve(imgds_encoding *encoding, size_t more);

void imgds_encode_jpeg(imgds_encoding *encoding, const imgds_picture *picture,
                       const uint8_t *samples);
void imgds_encode_png(imgds_encoding *encoding, const imgds_picture *picture,
                      const uint8_t *samples);

#endif
