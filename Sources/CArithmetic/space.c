#include "CArithmetic.h"
#include "vectors.h"

/* A table of `count` cells read at eight places, which are cut to 0…1: a cell is a value and the
 * step to the next. */
IMGDS_INLINE void look_up(imgds_float8 *to, const float *cells, float count,
                          const imgds_float8 *places) {
  const imgds_float8 one = IMGDS_EIGHT_TIMES(1), zero = {0};
  const imgds_float8 cut = IMGDS_CHOOSE(*places > one, one, *places);
  const imgds_float8 scaled = IMGDS_CHOOSE(cut > zero, cut, zero) * count;
  const imgds_int8 cell = __builtin_convertvector(scaled, imgds_int8);
  imgds_float8 low, step;
  for (int lane = 0; lane < 8; lane++) {
    low[lane] = cells[cell[lane] * 2];
    step[lane] = cells[cell[lane] * 2 + 1];
  }
  *to = low + step * (scaled - __builtin_convertvector(cell, imgds_float8));
}

IMGDS_INLINE void place_of(imgds_cloud cloud, imgds_space space, const float *light,
                           const float *compressed, const float *lightness, const float *chroma,
                           float *blocks) {
  for (size_t index = 0; index < cloud.count; index++, blocks += 32) {
    imgds_float8 rgb[3], xyz[3];
    memcpy(rgb, blocks, sizeof rgb);
    for (int i = 0; i < 3; i++) {
      rgb[i] = rgb[i] / 255;
      look_up(&rgb[i], light, space.light, &rgb[i]);
    }
    const imgds_float8 r = rgb[0], g = rgb[1], b = rgb[2];
    xyz[0] = 0.4339499F * r + 0.3762098F * g + 0.1898403F * b;
    xyz[1] = 0.2126729F * r + 0.7151522F * g + 0.0721750F * b;
    xyz[2] = 0.0177566F * r + 0.1094680F * g + 0.8727755F * b;
    for (int i = 0; i < 3; i++) look_up(&xyz[i], compressed, space.compressed, &xyz[i]);
    const imgds_float8 lab_a = 500 * (xyz[0] - xyz[1]);
    const imgds_float8 lab_b = 200 * (xyz[1] - xyz[2]);
    const imgds_float8 e = lab_a * space.cosine + lab_b * space.sine;
    const imgds_float8 f = 0.83F * (lab_b * space.cosine - lab_a * space.sine);
    const imgds_float8 reach =
        __builtin_elementwise_sqrt(e * e + f * f) / space.largest_chroma;
    const imgds_float8 height = (116 * xyz[1] - 16) / 100;
    imgds_float8 factor, place[3];
    look_up(&factor, chroma, space.chroma, &reach);
    look_up(&place[0], lightness, space.lightness, &height);
    place[1] = e * factor;
    place[2] = f * factor;
    memcpy(blocks, place, sizeof place);
  }
}

IMGDS_IN_BOTH_WIDTHS(void, place,
                     (imgds_cloud cloud, imgds_space space, const void *light,
                      const void *compressed, const void *lightness, const void *chroma,
                      void *blocks),
                     (cloud, space, light, compressed, lightness, chroma, blocks))

void imgds_cloud_fill(imgds_cloud cloud, const void *sums, size_t count, void *blocks) {
  const int32_t *sum = sums;
  float *block = blocks;
  memset(block, 0, cloud.count * 32 * sizeof(float));
  for (size_t point = 0; point < count; point++, sum += 4) {
    float *to = block + point / 8 * 32 + point % 8;
    const float weight = (float)sum[3];
    for (int channel = 0; channel < 3; channel++) to[channel * 8] = (float)sum[channel] / weight;
    to[24] = weight;
  }
}
