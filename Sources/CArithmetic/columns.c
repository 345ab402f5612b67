#include "CArithmetic.h"
#include "vectors.h"

IMGDS_INLINE void add(uint16_t *columns, const uint8_t *row, size_t count) {
  for (size_t i = 0; i < count; i++) columns[i] = (uint16_t)(columns[i] + row[i]);
}

static void add_plain(uint16_t *columns, const uint8_t *row, size_t count) {
  add(columns, row, count);
}

IMGDS_WIDE static void add_wide(uint16_t *columns, const uint8_t *row, size_t count) {
  add(columns, row, count);
}

void imgds_columns_add(bool is_wide, void *columns, const uint8_t *row, size_t count) {
  if (is_wide) {
    add_wide(columns, row, count);
  } else {
    add_plain(columns, row, count);
  }
}

typedef uint16_t half4 __attribute__((vector_size(8)));
typedef uint32_t whole4 __attribute__((vector_size(16)));

IMGDS_INLINE void gather(const uint16_t *columns, size_t channels, const ptrdiff_t *edges,
                         size_t boxes, uint32_t *sums) {
  for (size_t box = 0; box < boxes; box++) {
    whole4 sum;
    memcpy(&sum, sums + box * 4, sizeof sum);
    const uint16_t *end = columns + (size_t)edges[box + 1] * channels;
    for (const uint16_t *pixel = columns + (size_t)edges[box] * channels; pixel < end;
         pixel += channels) {
      half4 samples;
      memcpy(&samples, pixel, sizeof samples);
      sum += __builtin_convertvector(samples, whole4);
    }
    memcpy(sums + box * 4, &sum, sizeof sum);
  }
}

void imgds_columns_gather(const void *columns, size_t channels, const ptrdiff_t *edges,
                          size_t boxes, void *sums) {
  if (channels == 3) {
    gather(columns, 3, edges, boxes, sums);
  } else {
    gather(columns, channels, edges, boxes, sums);
  }
}

void imgds_luma(const void *sums, const ptrdiff_t *edges, size_t boxes, float rows,
                const float *weights, float white, float *luma) {
  const int32_t *sum = sums;
  for (size_t box = 0; box < boxes; box++, sum += 4) {
    const float part = 1 / ((float)(int32_t)(edges[box + 1] - edges[box]) * rows);
    const float weighed = (float)sum[0] * weights[0] + (float)sum[1] * weights[1] +
                          (float)sum[2] * weights[2] + (float)sum[3] * weights[3];
    luma[box] = white + weighed * part;
  }
}

IMGDS_INLINE size_t count_pixels(const uint8_t *row, size_t channels, size_t first, size_t step,
                                 size_t end, uint32_t *values, uint32_t *brightness) {
  size_t counted = 0;
  for (size_t pixel = first; pixel < end; pixel += step, counted++) {
    const uint8_t *sample = row + pixel * channels;
    const uint32_t red = sample[0];
    const uint32_t green = channels < 3 ? red : sample[1];
    const uint32_t blue = channels < 3 ? red : sample[2];
    for (size_t channel = 0; channel < channels; channel++) {
      values[channel << 8 | sample[channel]]++;
    }
    brightness[(241 * red * red + 691 * green * green + 68 * blue * blue) >> 14]++;
  }
  return counted;
}

size_t imgds_pixels_count(const uint8_t *row, size_t channels, size_t first, size_t step,
                          size_t end, uint32_t *values, uint32_t *brightness) {
  switch (channels) {
    case 1:
      return count_pixels(row, 1, first, step, end, values, brightness);
    case 2:
      return count_pixels(row, 2, first, step, end, values, brightness);
    case 3:
      return count_pixels(row, 3, first, step, end, values, brightness);
    default:
      return count_pixels(row, 4, first, step, end, values, brightness);
  }
}
