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

/* The most places of a clustering. */
#define IMGDS_CLOUD_PLACES 5

/* Adds places to `count` of them, each the one of the points that cost most that gains most, while
 * any gains and the furthest point is not nearer than `enough`; the first of none is the heaviest
 * point. `places` has room for the most, `nearest` for a number a point. Returns how many places
 * there are. */
size_t imgds_cloud_widen(imgds_cloud cloud, const void *blocks, void *places, size_t count,
                         float enough, float *nearest);

/* Moves places to the means of what pulls them, in so many rounds or until none moves as far as
 * `rest`. */
void imgds_cloud_settle(imgds_cloud cloud, const void *blocks, void *places, size_t count,
                        size_t rounds, float rest);

/* A uniform space of colours: how many cells each of its tables has, which map 0…1, and the
 * constants of its turn and of its chroma. */
typedef struct {
  float light, compressed, lightness, chroma;
  float cosine, sine, largest_chroma;
} imgds_space;

/* Makes of red, green and blue, 0…255, in the blocks of a cloud places in the space. A table has a
 * value and the step to the next for each cell and for its end. */
void imgds_cloud_place(imgds_cloud cloud, imgds_space space, const void *light,
                       const void *compressed, const void *lightness, const void *chroma,
                       void *blocks);

/* Makes points of `count` sums of red, green, blue and 1: their means, weighed by the last. What is
 * behind them in the blocks becomes 0. */
void imgds_cloud_fill(imgds_cloud cloud, const void *sums, size_t count, void *blocks);

/* Pixels packed as 0xBBGGRR, fewer than 65,536, in boxes of 8 × 8 × 8 values, each a number of 15
 * bits. */

/* Tells the boxes that occur in the order of their first pixels, of which there may be as many as
 * pixels, and of each pixel the place of its box among them. Returns how many there are. */
size_t imgds_boxes_find(const uint32_t *pixels, size_t count, uint16_t *owners, uint16_t *boxes);

/* Adds (red, green, blue, 1) of each pixel to the sums of its box, whose place `owners` tell. */
void imgds_boxes_sum(const uint32_t *pixels, const uint16_t *owners, size_t count, void *sums);

/* The most boxes or colours that can hold a fiftieth of the pixels each. */
#define IMGDS_MOST_CROWDED 50

/* Tells the boxes that hold at least so many pixels, which are a fiftieth of them or more. Returns
 * how many there are. */
size_t imgds_boxes_crowded(const uint32_t *pixels, size_t count, size_t least, uint16_t *boxes);

/* A colour and how many pixels have it. */
struct imgds_common {
  uint32_t pixel, count;
};

/* Tells the colours of up to 50 boxes that at least so many pixels have, which are a fiftieth of
 * them or more. Returns how many there are. */
size_t imgds_boxes_common(const uint32_t *pixels, size_t count, size_t least, const uint16_t *boxes,
                          size_t box_count, struct imgds_common *common);

/* Rows of pixels made small, packed as 0xBBGGRR; the last of 2 or 4 channels is alpha. */

/* Packs the pixels of a row of 1 or 3 channels, and tells their luma, 0…255. */
void imgds_pixels_keep(const uint8_t *row, size_t channels, size_t count, uint32_t *pixels,
                       float *luma);

/* Where the pixels of a row are taken: one for every `step`th box from `first` on, each of
 * `pixels_per_box`, at a part of it that is (its number times 0xC13FA9A9 + `phase`) / 2³²; none
 * lies behind `last`. */
struct imgds_sampling {
  size_t first, step, boxes;
  double pixels_per_box;
  size_t last;
  uint32_t phase;
};

/* Takes pixels of a row of 1 to 4 channels, and keeps those at least half opaque, though it may
 * write one more. Returns how many there are. */
size_t imgds_pixels_take(const uint8_t *row, size_t channels, struct imgds_sampling places,
                         uint32_t *pixels);

/* The averages of boxes of the 4 sums each, of `rows` rows of as many pixels as `edges` tell: tells
 * of each its luma over white, and packs those that are at least half opaque, though it may write
 * one more. Returns how many these are. */
size_t imgds_boxes_average(const void *sums, const ptrdiff_t *edges, size_t boxes, ptrdiff_t rows,
                           size_t channels, uint32_t *pixels, float *luma);

/* The 8 × 8 sums of a picture's luma weighed by the numbers of its column in `across` and of its
 * row in `down`, 8 of each: row by row the orders down. */
void imgds_fingerprint_frequencies(bool is_wide, const float *grey, size_t width, size_t height,
                                   const void *across, const void *down, float *result);

/* Which of 64 numbers are above their median, from the highest bit on. */
uint64_t imgds_fingerprint_signs(const float *numbers);

/* What likeness and sharpness are told by. */

/* Each of `side` rows of as many samples, a multiple of 4, as 16 sums: of each sample the 16
 * numbers of `basis` for its column times it. */
void imgds_likeness_across(bool is_wide, const float *grey, size_t side, const void *basis,
                           void *rows);

/* Sums of such rows, 16 numbers each, weighed by each of the first 12 of the 16 numbers that
 * `basis` has for every row. */
void imgds_likeness_down(bool is_wide, const void *rows, size_t side, const void *basis,
                         void *result);

/* Eight times each sample less its neighbours, cut to 0…255; border samples stay. */
void imgds_likeness_edges(const uint8_t *grey, size_t width, size_t height, uint8_t *edges);

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
