#include "CArithmetic.h"
#include "vectors.h"

enum { BOXES = 1 << 15, FINE = 512 };

/* The box of a pixel, by the five highest bits of each sample. */
IMGDS_INLINE uint16_t box_of(uint32_t pixel) {
  return (uint16_t)((pixel >> 3 & 0x1F) | (pixel >> 6 & 0x3E0) | (pixel >> 9 & 0x7C00));
}

/* Which of the colours of its box a pixel is, by the other bits. */
IMGDS_INLINE uint32_t fine_of(uint32_t pixel) {
  return (pixel & 7) | (pixel >> 5 & 0x38) | (pixel >> 10 & 0x1C0);
}

size_t imgds_boxes_find(const uint32_t *pixels, size_t count, uint16_t *owners, uint16_t *boxes) {
  /* The place of each box, plus one; 0 of a box that does not occur. */
  uint16_t places[BOXES];
  memset(places, 0, sizeof places);
  uint16_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const uint16_t box = box_of(pixels[i]);
    /* Without a branch, which half of a photograph's pixels would mislead. */
    const uint16_t place = places[box];
    const bool is_new = place == 0;
    found = (uint16_t)(found + is_new);
    const uint16_t own = is_new ? found : place;
    places[box] = own;
    owners[i] = (uint16_t)(own - 1);
    boxes[own - 1] = box;
  }
  return found;
}

typedef uint32_t whole4 __attribute__((vector_size(16)));

void imgds_boxes_sum(const uint32_t *pixels, const uint16_t *owners, size_t count, void *sums) {
  uint32_t *to = sums;
  for (size_t i = 0; i < count; i++) {
    whole4 sum;
    memcpy(&sum, to + (size_t)owners[i] * 4, sizeof sum);
    sum += (whole4){pixels[i] & 255, pixels[i] >> 8 & 255, pixels[i] >> 16, 1};
    memcpy(to + (size_t)owners[i] * 4, &sum, sizeof sum);
  }
}

size_t imgds_boxes_crowded(const uint32_t *pixels, size_t count, size_t least, uint16_t *boxes) {
  uint16_t counts[BOXES];
  memset(counts, 0, sizeof counts);
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const uint16_t box = box_of(pixels[i]);
    counts[box] = (uint16_t)(counts[box] + 1);
    if (counts[box] == least && found < IMGDS_MOST_CROWDED) boxes[found++] = box;
  }
  return found;
}

size_t imgds_boxes_common(const uint32_t *pixels, size_t count, size_t least, const uint16_t *boxes,
                          size_t box_count, struct imgds_common *common) {
  /* All other boxes share the slot behind those of the crowded ones, which saves asking at every
   * pixel. */
  uint8_t slots[BOXES];
  uint16_t counts[(IMGDS_MOST_CROWDED + 1) * FINE];
  memset(slots, (int)box_count, sizeof slots);
  memset(counts, 0, (box_count + 1) * FINE * sizeof *counts);
  for (size_t i = 0; i < box_count; i++) slots[boxes[i]] = (uint8_t)i;
  size_t places[IMGDS_MOST_CROWDED], found = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t slot = slots[box_of(pixels[i])];
    const size_t place = slot * FINE + fine_of(pixels[i]);
    counts[place] = (uint16_t)(counts[place] + 1);
    if (counts[place] == least && slot < box_count && found < IMGDS_MOST_CROWDED) {
      places[found] = place;
      common[found++].pixel = pixels[i];
    }
  }
  for (size_t i = 0; i < found; i++) common[i].count = counts[places[i]];
  return found;
}
