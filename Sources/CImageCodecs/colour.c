#include "internal.h"

/* x / 255 rounded to the nearest, exact for 0 to 65,025. */
static uint8_t over_255(unsigned x) {
  x += 128;
  return (uint8_t)((x + (x >> 8)) >> 8);
}

void imgds_rgb_from_cmyk(const uint8_t *cmyk, uint8_t *rgb, size_t count, bool is_inverted) {
  const unsigned flip = is_inverted ? 0 : 255;
  for (size_t pixel = 0; pixel < count; pixel++) {
    const unsigned black = cmyk[4 * pixel + 3] ^ flip;
    rgb[3 * pixel] = over_255((cmyk[4 * pixel] ^ flip) * black);
    rgb[3 * pixel + 1] = over_255((cmyk[4 * pixel + 1] ^ flip) * black);
    rgb[3 * pixel + 2] = over_255((cmyk[4 * pixel + 2] ^ flip) * black);
  }
}
