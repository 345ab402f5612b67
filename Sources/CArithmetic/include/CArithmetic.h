#ifndef IMGDS_CARITHMETIC_H
#define IMGDS_CARITHMETIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The inner loops of image analysis, in vectors as wide as the processor has them. Each operation
 * is rounded by itself and sums keep their order, so that results are the same to the last bit on
 * every processor. Nothing here allocates or keeps anything.
 *
 * `is_wide` asks for vectors of 256 bits, which only a processor of imgds_has_wide_vectors() has.
 */

/* Whether the processor and the system have vectors of 256 bits (AVX2). Slow in a virtual machine,
 * so keep the answer. */
bool imgds_has_wide_vectors(void);

/* How weighted points of space lie: `count` blocks of eight, a block being 32 floats, x of each, y
 * of each, z of each and the weight of each. Places are x, y and z with a float between. */
typedef struct {
  size_t count;
  bool is_wide;
} imgds_cloud;

/* The point nearest to `place` of those that have weight, the first of equals; 0 if there is none.
 */
size_t imgds_cloud_nearest(imgds_cloud cloud, const void *blocks, const void *place);

/* Lowers the distance of every point in `nearest`, eight to a block, to that from `place`,
 * where that is less. */
void imgds_cloud_approach(imgds_cloud cloud, const void *blocks, const void *place, float *nearest);

/* By how much each of some places would lower the weighted sum of the distances
 * in `nearest`. */
void imgds_cloud_gains(imgds_cloud cloud, const void *blocks, const void *places,
                       size_t place_count, const float *nearest, float *gains);

/* How many points imgds_cloud_costliest() tells of. */
#define IMGDS_CLOUD_COSTLIEST 12

/* The points whose distance in `nearest` times their weight is largest, falling, the earlier first
 * among equals; those that cost nothing are left out. `furthest` is the largest distance of a point
 * that has weight. Returns their count. */
size_t imgds_cloud_costliest(imgds_cloud cloud, const void *blocks, const float *nearest,
                             size_t *points, float *furthest);

/* The sums of weight / distance times (x, y, z, 1) over the points that are nearest to each of some
 * places; distances below a half count as a half. */
void imgds_cloud_pulls(imgds_cloud cloud, const void *blocks, const void *places,
                       size_t place_count, void *pulls);

/* The weight of the points that are nearest to each of some places. Returns the
 * sum of weight times distance to the nearest. */
float imgds_cloud_shares(imgds_cloud cloud, const void *blocks, const void *places,
                         size_t place_count, float *weights);

/* Sums over rows of pixels. */

/* Adds each of `count` samples of a row to its column. */
void imgds_columns_add(bool is_wide, void *columns, const uint8_t *row, size_t count);

/* Adds to each box, channel by channel, the columns of its pixels, which lie from one of `edges` to
 * the next: 4 sums a box, of which those beyond `channels` are meaningless. Reads up to three
 * columns behind the last. */
void imgds_columns_gather(const void *columns, size_t channels, const ptrdiff_t *edges,
                          size_t boxes, void *sums);

/* The luma of boxes of the 4 sums each: white + (sums times weights, one after the other) / pixels,
 * whose count is what `edges` tell times `rows`. */
void imgds_luma(const void *sums, const ptrdiff_t *edges, size_t boxes, float rows,
                const float *weights, float white, float *luma);

/* Counts every `step`th pixel of a row from `first` on below `end`: the values of each of 1 to 4
 * channels, 256 a channel, and the square of its brightness, (241 red² + 691 green² + 68 blue²) /
 * 2¹⁴. Returns how many there were. */
size_t imgds_pixels_count(const uint8_t *row, size_t channels, size_t first, size_t step,
                          size_t end, uint32_t *values, uint32_t *brightness);

/* Rows of numbers weighed into others. */

/* The rows of a picture of `width` numbers a row that each result is the sum of: `firsts` tells the
 * first of them, and `starts`, one more than there are `results`, where its weights begin. */
void imgds_rows_weigh(bool is_wide, const float *rows, size_t width, const ptrdiff_t *firsts,
                      const ptrdiff_t *starts, const float *weights, size_t results, float *result);

/* Turns `height` rows of `width` numbers into columns. */
void imgds_rows_turn(const float *rows, size_t width, size_t height, float *turned);

#endif
