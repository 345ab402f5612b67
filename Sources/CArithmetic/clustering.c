#include "CArithmetic.h"
#include "vectors.h"

static const float *point_of(const float *blocks, size_t point) {
  return blocks + point / 8 * 32 + point % 8;
}

static void put(float *place, const float *point) {
  for (size_t axis = 0; axis < 3; axis++) place[axis] = point[axis * 8];
  place[3] = 0;
}

/* The first of the heaviest points. */
static size_t heaviest(imgds_cloud cloud, const float *blocks) {
  float most = -1;
  size_t best = 0;
  for (size_t point = 0; point < cloud.count * 8; point++) {
    const float weight = point_of(blocks, point)[24];
    if (weight > most) {
      most = weight;
      best = point;
    }
  }
  return best;
}

/* The point that lowers the sum of the distances most; negative if none does, or all are nearer
 * than `enough`. */
static ptrdiff_t most_gain(imgds_cloud cloud, const float *blocks, const float *nearest,
                           float enough) {
  size_t points[IMGDS_CLOUD_COSTLIEST];
  float places[IMGDS_CLOUD_COSTLIEST * 4], gains[IMGDS_CLOUD_COSTLIEST], furthest;
  const size_t count = imgds_cloud_costliest(cloud, blocks, nearest, points, &furthest);
  if (furthest < enough) return -1;
  for (size_t i = 0; i < count; i++) put(places + i * 4, point_of(blocks, points[i]));
  imgds_cloud_gains(cloud, blocks, places, count, nearest, gains);
  float most = 0;
  ptrdiff_t best = -1;
  for (size_t i = 0; i < count; i++) {
    if (gains[i] > most) {
      most = gains[i];
      best = (ptrdiff_t)points[i];
    }
  }
  return best;
}

size_t imgds_cloud_widen(imgds_cloud cloud, const void *blocks, void *places, size_t count,
                         float enough, float *nearest) {
  float *all = places;
  if (count == 0) put(all + 4 * count++, point_of(blocks, heaviest(cloud, blocks)));
  for (size_t i = 0; i < cloud.count * 8; i++) nearest[i] = __builtin_inff();
  for (size_t i = 0; i < count; i++) imgds_cloud_approach(cloud, blocks, all + i * 4, nearest);
  while (count < IMGDS_CLOUD_PLACES) {
    const ptrdiff_t best = most_gain(cloud, blocks, nearest, enough);
    if (best < 0) break;
    put(all + count * 4, point_of(blocks, (size_t)best));
    imgds_cloud_approach(cloud, blocks, all + count * 4, nearest);
    count++;
  }
  return count;
}

/* Moves a place to the mean of its pulls. Returns the square of its step. */
static float move(float *place, const float *pull) {
  float square = 0;
  for (size_t axis = 0; axis < 3; axis++) {
    const float mean = pull[axis] / pull[3];
    const float step = mean - place[axis];
    square += step * step;
    place[axis] = mean;
  }
  return square;
}

void imgds_cloud_settle(imgds_cloud cloud, const void *blocks, void *places, size_t count,
                        size_t rounds, float rest) {
  float *all = places, pulls[IMGDS_CLOUD_PLACES * 4];
  for (; rounds > 0; rounds--) {
    imgds_cloud_pulls(cloud, blocks, all, count, pulls);
    float moved = 0;
    for (size_t i = 0; i < count; i++) {
      if (!(pulls[i * 4 + 3] > 0)) continue;
      const float square = move(all + i * 4, pulls + i * 4);
      if (square > moved) moved = square;
    }
    if (moved < rest * rest) break;
  }
}
