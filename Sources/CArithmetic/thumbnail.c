#include "CArithmetic.h"
#include "vectors.h"

IMGDS_INLINE uint32_t packed_pixel(const uint8_t *sample, size_t channels) {
  if (channels < 3) return sample[0] * 0x010101U;
  return sample[0] | (uint32_t)sample[1] << 8 | (uint32_t)sample[2] << 16;
}

IMGDS_INLINE void keep(const uint8_t *row, size_t channels, size_t count, uint32_t *pixels,
                       float *luma) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *sample = row + i * channels;
    pixels[i] = packed_pixel(sample, channels);
    const float red = sample[0];
    const float green = channels < 3 ? red : sample[1];
    const float blue = channels < 3 ? red : sample[2];
    luma[i] = (0.299F * red + 0.587F * green) + (0.114F * blue - 255) + 255;
  }
}

void imgds_pixels_keep(const uint8_t *row, size_t channels, size_t count, uint32_t *pixels,
                       float *luma) {
  if (channels == 3) {
    keep(row, 3, count, pixels, luma);
  } else {
    keep(row, 1, count, pixels, luma);
  }
}

IMGDS_INLINE size_t take(const uint8_t *row, size_t channels, struct imgds_sampling places,
                         uint32_t *pixels) {
  size_t count = 0;
  for (size_t box = places.first; box < places.boxes; box += places.step) {
    const uint32_t spread = (uint32_t)box * 0xC13FA9A9U + places.phase;
    const double place = ((double)(ptrdiff_t)box + spread * 0x1p-32) * places.pixels_per_box;
    const size_t pixel = (size_t)(ptrdiff_t)place;
    const uint8_t *sample = row + (pixel < places.last ? pixel : places.last) * channels;
    pixels[count] = packed_pixel(sample, channels);
    count += channels % 2 == 1 || sample[channels - 1] >= 128;
  }
  return count;
}

size_t imgds_pixels_take(const uint8_t *row, size_t channels, struct imgds_sampling places,
                         uint32_t *pixels) {
  switch (channels) {
    case 1:
      return take(row, 1, places, pixels);
    case 2:
      return take(row, 2, places, pixels);
    case 3:
      return take(row, 3, places, pixels);
    default:
      return take(row, 4, places, pixels);
  }
}

typedef float float4 __attribute__((vector_size(16)));
typedef int32_t whole4 __attribute__((vector_size(16)));

/* Red, green, blue and alpha of what stands for a pixel of fewer channels. */
IMGDS_INLINE float4 spread(float4 sample, size_t channels) {
  switch (channels) {
    case 1:
      return (float4){sample[0], sample[0], sample[0], 255};
    case 2:
      return (float4){sample[0], sample[0], sample[0], sample[1]};
    case 3:
      return (float4){sample[0], sample[1], sample[2], 255};
    default:
      return sample;
  }
}

/* The nearest whole number of 0…255, or of more, which counts as 255. */
IMGDS_INLINE uint32_t rounded(float number) {
  /* Adding 2²³ leaves the whole number nearest in the lowest bits. */
  const float whole = (number > 255 ? 255 : number) + 8388608;
  uint32_t bits;
  memcpy(&bits, &whole, sizeof bits);
  return bits & 255;
}

IMGDS_INLINE size_t average(const int32_t *sums, const ptrdiff_t *edges, size_t boxes,
                            ptrdiff_t rows, size_t channels, uint32_t *pixels, float *luma) {
  const float4 weights = {0.299F, 0.587F, 0.114F, -1};
  size_t count = 0;
  for (size_t box = 0; box < boxes; box++) {
    whole4 sum;
    memcpy(&sum, sums + box * 4, sizeof sum);
    const float part = 1 / (float)((edges[box + 1] - edges[box]) * rows);
    const float4 mean = spread(__builtin_convertvector(sum, float4) * part, channels);
    const float4 weighed = mean * weights;
    luma[box] = (weighed[0] + weighed[1]) + (weighed[2] + weighed[3]) + 255;
    const float4 plain = mean[3] < 255 ? mean * (255 / mean[3]) : mean;
    pixels[count] = rounded(plain[0]) | rounded(plain[1]) << 8 | rounded(plain[2]) << 16;
    count += mean[3] >= 127.5F;
  }
  return count;
}

size_t imgds_boxes_average(const void *sums, const ptrdiff_t *edges, size_t boxes, ptrdiff_t rows,
                           size_t channels, uint32_t *pixels, float *luma) {
  switch (channels) {
    case 1:
      return average(sums, edges, boxes, rows, 1, pixels, luma);
    case 2:
      return average(sums, edges, boxes, rows, 2, pixels, luma);
    case 3:
      return average(sums, edges, boxes, rows, 3, pixels, luma);
    default:
      return average(sums, edges, boxes, rows, 4, pixels, luma);
  }
}
