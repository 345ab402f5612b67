#include "CArithmetic.h"
#include "vectors.h"

IMGDS_INLINE void weigh(const float *rows, size_t width, const ptrdiff_t *firsts,
                        const ptrdiff_t *starts, const float *weights, size_t results,
                        float *result) {
  for (size_t i = 0; i < results; i++, result += width) {
    const float *row = rows + (size_t)firsts[i] * width;
    memset(result, 0, width * sizeof(float));
    for (ptrdiff_t tap = starts[i]; tap < starts[i + 1]; tap++, row += width) {
      const float weight = weights[tap];
      for (size_t x = 0; x < width; x++) result[x] += row[x] * weight;
    }
  }
}

static void weigh_plain(const float *rows, size_t width, const ptrdiff_t *firsts,
                        const ptrdiff_t *starts, const float *weights, size_t results,
                        float *result) {
  weigh(rows, width, firsts, starts, weights, results, result);
}

IMGDS_WIDE static void weigh_wide(const float *rows, size_t width, const ptrdiff_t *firsts,
                                  const ptrdiff_t *starts, const float *weights, size_t results,
                                  float *result) {
  weigh(rows, width, firsts, starts, weights, results, result);
}

void imgds_rows_weigh(bool is_wide, const float *rows, size_t width, const ptrdiff_t *firsts,
                      const ptrdiff_t *starts, const float *weights, size_t results,
                      float *result) {
  (is_wide ? weigh_wide : weigh_plain)(rows, width, firsts, starts, weights, results, result);
}

void imgds_rows_turn(const float *rows, size_t width, size_t height, float *turned) {
  for (size_t x = 0; x < width; x++) {
    for (size_t y = 0; y < height; y++) turned[x * height + y] = rows[y * width + x];
  }
}
