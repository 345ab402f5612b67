#include "CArithmetic.h"
#include "vectors.h"

/* The sums of four rows, which do not wait for each other; below the picture its last row again. */
IMGDS_INLINE void sum_rows(const float *grey, size_t width, size_t height, size_t first,
                           const float *across, imgds_float8 *sums) {
  const float *rows[4];
  for (size_t i = 0; i < 4; i++) {
    rows[i] = grey + (first + i < height ? first + i : height - 1) * width;
    sums[i] = (imgds_float8){0};
  }
  for (size_t x = 0; x < width; x++) {
    imgds_float8 basis;
    memcpy(&basis, across + x * 8, sizeof basis);
    for (size_t i = 0; i < 4; i++) sums[i] += basis * rows[i][x];
  }
}

IMGDS_INLINE void frequencies(const float *grey, size_t width, size_t height, const float *across,
                              const float *down, float *result) {
  imgds_float8 lowest[8] = {{0}};
  for (size_t first = 0; first < height; first += 4) {
    imgds_float8 sums[4];
    sum_rows(grey, width, height, first, across, sums);
    for (size_t i = 0; i < 4 && first + i < height; i++) {
      const float *basis = down + (first + i) * 8;
      for (size_t order = 0; order < 8; order++) lowest[order] += sums[i] * basis[order];
    }
  }
  memcpy(result, lowest, sizeof lowest);
}

static void frequencies_plain(const float *grey, size_t width, size_t height, const float *across,
                              const float *down, float *result) {
  frequencies(grey, width, height, across, down, result);
}

IMGDS_WIDE static void frequencies_wide(const float *grey, size_t width, size_t height,
                                        const float *across, const float *down, float *result) {
  frequencies(grey, width, height, across, down, result);
}

void imgds_fingerprint_frequencies(bool is_wide, const float *grey, size_t width, size_t height,
                                   const void *across, const void *down, float *result) {
  (is_wide ? frequencies_wide : frequencies_plain)(grey, width, height, across, down, result);
}

/* How many of 64 numbers are below one, and how many are not above it. */
struct rank {
  int below, within;
};

IMGDS_INLINE struct rank rank_of(const float *numbers, float number) {
  struct rank rank = {0, 0};
  for (int i = 0; i < 64; i++) {
    rank.below += numbers[i] < number;
    rank.within += numbers[i] <= number;
  }
  return rank;
}

uint64_t imgds_fingerprint_signs(const float *numbers) {
  float lower = 0, upper = 0;
  for (int i = 0; i < 64; i++) {
    const struct rank rank = rank_of(numbers, numbers[i]);
    if (rank.below <= 31 && rank.within > 31) lower = numbers[i];
    if (rank.below <= 32 && rank.within > 32) upper = numbers[i];
  }
  const float median = (lower + upper) / 2;
  uint64_t signs = 0;
  for (int i = 0; i < 64; i++) signs = signs << 1 | (numbers[i] > median);
  return signs;
}
