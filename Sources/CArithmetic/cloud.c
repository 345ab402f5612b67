#include "CArithmetic.h"
#include "vectors.h"

/* Eight points. */
struct block {
  imgds_float8 x, y, z, weight;
};

IMGDS_INLINE void load8(imgds_float8 *to, const float *from) { memcpy(to, from, sizeof *to); }

IMGDS_INLINE void load_block(struct block *to, const float *blocks, size_t index) {
  memcpy(to, blocks + index * 32, sizeof *to);
}

IMGDS_INLINE void squares(imgds_float8 *to, const struct block *block, const float *place) {
  const imgds_float8 x = block->x - place[0];
  const imgds_float8 y = block->y - place[1];
  const imgds_float8 z = block->z - place[2];
  *to = x * x + y * y + z * z;
}

IMGDS_INLINE void distances(imgds_float8 *to, const struct block *block, const float *place) {
  imgds_float8 square;
  squares(&square, block, place);
  *to = __builtin_elementwise_sqrt(square);
}

/* The squared distance of each point to the nearest place, and which that is. */
IMGDS_INLINE void nearest_place(const struct block *block, const float *places, size_t count,
                                imgds_float8 *best, imgds_int8 *owner) {
  squares(best, block, places);
  *owner = (imgds_int8){0};
  for (size_t place = 1; place < count; place++) {
    imgds_float8 other;
    squares(&other, block, places + place * 4);
    const imgds_int8 is_nearer = other < *best;
    *best = IMGDS_CHOOSE(is_nearer, other, *best);
    *owner = ((int32_t)place & is_nearer) | (*owner & ~is_nearer);
  }
}

IMGDS_INLINE size_t nearest_of(imgds_cloud cloud, const float *blocks, const float *place) {
  imgds_float8 best = IMGDS_EIGHT_TIMES(__builtin_inff());
  imgds_int8 owner = {0};
  for (size_t index = 0; index < cloud.count; index++) {
    struct block block;
    imgds_float8 square;
    load_block(&block, blocks, index);
    squares(&square, &block, place);
    const imgds_int8 is_nearer = (square < best) & (block.weight != 0);
    best = IMGDS_CHOOSE(is_nearer, square, best);
    owner = ((int32_t)index & is_nearer) | (owner & ~is_nearer);
  }
  size_t first = 0;
  float least = __builtin_inff();
  for (size_t lane = 0; lane < 8; lane++) {
    const size_t point = (size_t)owner[lane] * 8 + lane;
    if (best[lane] < least || (best[lane] == least && point < first)) {
      least = best[lane];
      first = point;
    }
  }
  return first;
}

IMGDS_INLINE void approach_of(imgds_cloud cloud, const float *blocks, const float *place,
                              float *nearest) {
  for (size_t index = 0; index < cloud.count; index++) {
    struct block block;
    imgds_float8 distance, near;
    load_block(&block, blocks, index);
    distances(&distance, &block, place);
    load8(&near, nearest + index * 8);
    near = IMGDS_CHOOSE(distance < near, distance, near);
    memcpy(nearest + index * 8, &near, sizeof near);
  }
}

/* Adds a block's part of a gain. */
IMGDS_INLINE void add_gain(imgds_float8 *sum, const struct block *block, const float *place,
                           const imgds_float8 *near) {
  imgds_float8 distance;
  distances(&distance, block, place);
  const imgds_float8 gain = *near - distance;
  const imgds_float8 zero = {0};
  *sum += IMGDS_CHOOSE(gain < zero, zero, gain) * block->weight;
}

IMGDS_INLINE float sum_of(const imgds_float8 *numbers) {
  float sum = (*numbers)[0];
  for (int lane = 1; lane < 8; lane++) sum += (*numbers)[lane];
  return sum;
}

IMGDS_INLINE void gains_of(imgds_cloud cloud, const float *blocks, const float *places,
                           size_t place_count, const float *nearest, float *gains) {
  /* Four places at a time, whose sums do not wait for each other. */
  for (size_t first = 0; first < place_count; first += 4) {
    imgds_float8 sums[4] = {{0}, {0}, {0}, {0}};
    const float *place[4];
    for (size_t i = 0; i < 4; i++) {
      place[i] = places + (first + i < place_count ? first + i : first) * 4;
    }
    for (size_t index = 0; index < cloud.count; index++) {
      struct block block;
      imgds_float8 near;
      load_block(&block, blocks, index);
      load8(&near, nearest + index * 8);
      for (size_t i = 0; i < 4; i++) add_gain(&sums[i], &block, place[i], &near);
    }
    for (size_t i = 0; i < 4 && first + i < place_count; i++) gains[first + i] = sum_of(&sums[i]);
  }
}

struct costly {
  float costs[IMGDS_CLOUD_COSTLIEST];
  size_t *points;
  size_t count;
  /* What a point must cost more than to enter. */
  float least;
};

static void enter(struct costly *list, float cost, size_t point) {
  if (list->count < IMGDS_CLOUD_COSTLIEST) list->count++;
  size_t rank = list->count - 1;
  for (; rank > 0 && list->costs[rank - 1] < cost; rank--) {
    list->costs[rank] = list->costs[rank - 1];
    list->points[rank] = list->points[rank - 1];
  }
  list->costs[rank] = cost;
  list->points[rank] = point;
  if (list->count == IMGDS_CLOUD_COSTLIEST) list->least = list->costs[list->count - 1];
}

/* Whether any of eight numbers is more than one. */
IMGDS_INLINE bool any_more(const imgds_float8 *numbers, float than) {
  const imgds_int8 mask = *numbers > than;
  return __builtin_reduce_or(mask) != 0;
}

IMGDS_INLINE size_t costliest_of(imgds_cloud cloud, const float *blocks, const float *nearest,
                                 size_t *points, float *furthest) {
  struct costly list = {{0}, points, 0, 0};
  imgds_float8 far = {0};
  for (size_t index = 0; index < cloud.count; index++) {
    imgds_float8 near, weight;
    load8(&near, nearest + index * 8);
    load8(&weight, blocks + index * 32 + 24);
    const imgds_int8 is_further = (near > far) & (weight != 0);
    far = IMGDS_CHOOSE(is_further, near, far);
    const imgds_float8 cost = near * weight;
    if (!any_more(&cost, list.least)) continue;
    for (size_t lane = 0; lane < 8; lane++) {
      if (cost[lane] > list.least) enter(&list, cost[lane], index * 8 + lane);
    }
  }
  *furthest = 0;
  for (int lane = 0; lane < 8; lane++) {
    if (far[lane] > *furthest) *furthest = far[lane];
  }
  return list.count;
}

typedef float float4 __attribute__((vector_size(16)));

IMGDS_INLINE void pulls_of(imgds_cloud cloud, const float *blocks, const float *places,
                           size_t place_count, float *pulls) {
  memset(pulls, 0, place_count * 4 * sizeof(float));
  const imgds_float8 closest = IMGDS_EIGHT_TIMES(0.25F);
  for (size_t index = 0; index < cloud.count; index++) {
    struct block block;
    imgds_float8 square;
    imgds_int8 owner;
    load_block(&block, blocks, index);
    nearest_place(&block, places, place_count, &square, &owner);
    square = IMGDS_CHOOSE(square < closest, closest, square);
    const imgds_float8 pull = block.weight / __builtin_elementwise_sqrt(square);
    const imgds_float8 x = block.x * pull, y = block.y * pull, z = block.z * pull;
    for (int lane = 0; lane < 8; lane++) {
      float *to = pulls + owner[lane] * 4;
      float4 sum;
      memcpy(&sum, to, sizeof sum);
      sum += (float4){x[lane], y[lane], z[lane], pull[lane]};
      memcpy(to, &sum, sizeof sum);
    }
  }
}

IMGDS_INLINE float shares_of(imgds_cloud cloud, const float *blocks, const float *places,
                             size_t place_count, float *weights) {
  memset(weights, 0, place_count * sizeof(float));
  float loss = 0;
  for (size_t index = 0; index < cloud.count; index++) {
    struct block block;
    imgds_float8 square;
    imgds_int8 owner;
    load_block(&block, blocks, index);
    nearest_place(&block, places, place_count, &square, &owner);
    const imgds_float8 cost = __builtin_elementwise_sqrt(square) * block.weight;
    loss += sum_of(&cost);
    for (int lane = 0; lane < 8; lane++) weights[owner[lane]] += block.weight[lane];
  }
  return loss;
}

IMGDS_IN_BOTH_WIDTHS(size_t, nearest, (imgds_cloud cloud, const void *blocks, const void *place),
               (cloud, blocks, place))
IMGDS_IN_BOTH_WIDTHS(void, approach,
               (imgds_cloud cloud, const void *blocks, const void *place, float *nearest),
               (cloud, blocks, place, nearest))
IMGDS_IN_BOTH_WIDTHS(void, gains,
               (imgds_cloud cloud, const void *blocks, const void *places, size_t place_count,
                const float *nearest, float *gains),
               (cloud, blocks, places, place_count, nearest, gains))
IMGDS_IN_BOTH_WIDTHS(size_t, costliest,
               (imgds_cloud cloud, const void *blocks, const float *nearest, size_t *points,
                float *furthest),
               (cloud, blocks, nearest, points, furthest))
IMGDS_IN_BOTH_WIDTHS(void, pulls,
               (imgds_cloud cloud, const void *blocks, const void *places, size_t place_count,
                void *pulls),
               (cloud, blocks, places, place_count, pulls))
IMGDS_IN_BOTH_WIDTHS(float, shares,
               (imgds_cloud cloud, const void *blocks, const void *places, size_t place_count,
                float *weights),
               (cloud, blocks, places, place_count, weights))
