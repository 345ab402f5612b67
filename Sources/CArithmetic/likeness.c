#include "CArithmetic.h"
#include "vectors.h"

enum { ORDERS = 12 };

/* Sixteen numbers as two vectors. */
struct sixteen {
  imgds_float8 half[2];
};

IMGDS_INLINE void across(const float *grey, size_t side, const float *basis, float *rows) {
  for (size_t first = 0; first < side; first += 4, grey += side * 4) {
    /* Four rows, whose sums do not wait for each other. */
    struct sixteen sums[4] = {0};
    for (size_t x = 0; x < side; x++) {
      struct sixteen weights;
      memcpy(&weights, basis + x * 16, sizeof weights);
      for (size_t i = 0; i < 4; i++) {
        const float sample = grey[i * side + x];
        sums[i].half[0] += weights.half[0] * sample;
        sums[i].half[1] += weights.half[1] * sample;
      }
    }
    memcpy(rows + first * 16, sums, sizeof sums);
  }
}

IMGDS_INLINE void down(const float *rows, size_t side, const float *basis, float *result) {
  for (size_t half = 0; half < 16; half += 8) {
    imgds_float8 sums[ORDERS] = {{0}};
    for (size_t y = 0; y < side; y++) {
      imgds_float8 row;
      memcpy(&row, rows + y * 16 + half, sizeof row);
      for (size_t order = 0; order < ORDERS; order++) sums[order] += row * basis[y * 16 + order];
    }
    for (size_t order = 0; order < ORDERS; order++) {
      memcpy(result + order * 16 + half, &sums[order], sizeof sums[order]);
    }
  }
}

static void across_plain(const float *grey, size_t side, const float *basis, float *rows) {
  across(grey, side, basis, rows);
}

IMGDS_WIDE static void across_wide(const float *grey, size_t side, const float *basis,
                                   float *rows) {
  across(grey, side, basis, rows);
}

static void down_plain(const float *rows, size_t side, const float *basis, float *result) {
  down(rows, side, basis, result);
}

IMGDS_WIDE static void down_wide(const float *rows, size_t side, const float *basis,
                                 float *result) {
  down(rows, side, basis, result);
}

void imgds_likeness_across(bool is_wide, const float *grey, size_t side, const void *basis,
                           void *rows) {
  (is_wide ? across_wide : across_plain)(grey, side, basis, rows);
}

void imgds_likeness_down(bool is_wide, const void *rows, size_t side, const void *basis,
                         void *result) {
  (is_wide ? down_wide : down_plain)(rows, side, basis, result);
}

void imgds_likeness_edges(const uint8_t *grey, size_t width, size_t height, uint8_t *edges) {
  memcpy(edges, grey, width * height);
  for (size_t y = 1; y + 1 < height; y++) {
    const uint8_t *above = grey + (y - 1) * width, *own = above + width, *below = own + width;
    uint8_t *to = edges + y * width;
    for (size_t x = 1; x + 1 < width; x++) {
      const int around = above[x - 1] + above[x] + above[x + 1] + own[x - 1] + own[x + 1] +
                         below[x - 1] + below[x] + below[x + 1];
      const int edge = 8 * own[x] - around;
      to[x] = (uint8_t)(edge < 0 ? 0 : edge > 255 ? 255 : edge);
    }
  }
}
