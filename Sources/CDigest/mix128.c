#include "CDigest.h"

#include <string.h>

/* The first bits of the fractional part of pi, in order. */
static const uint64_t seeds[8] = {0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0,
                                  0x082efa98ec4e6c89, 0x452821e638d01377, 0xbe5466cf34e90c6c,
                                  0xc0ac29b7c97c50dd, 0x3f84d5b5b5470917};

/* Odd, with about half of the bits set: the fractional part of the golden ratio. */
static const uint64_t golden = 0x9e3779b97f4a7c15;

static inline uint64_t rotated(uint64_t word, unsigned by) { return word >> by | word << (64 - by); }

static inline uint64_t little_endian(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/* One lane takes in two words: their product, with both factors added back. */
static inline void mix(uint64_t *x, uint64_t *y, uint64_t first, uint64_t second) {
  const uint64_t u = *x ^ first;
  const uint64_t v = *y ^ second;
  const unsigned __int128 product = (unsigned __int128)u * v;
  *x = (uint64_t)(product >> 64) + v;
  *y = (uint64_t)product ^ rotated(u, 32);
}

static void take_blocks(uint64_t lanes[8], const uint8_t *blocks, size_t count) {
  uint64_t s[8];
  memcpy(s, lanes, sizeof s);
  for (size_t i = 0; i < count; i++, blocks += 64) {
    mix(&s[0], &s[1], little_endian(blocks), little_endian(blocks + 8));
    mix(&s[2], &s[3], little_endian(blocks + 16), little_endian(blocks + 24));
    mix(&s[4], &s[5], little_endian(blocks + 32), little_endian(blocks + 40));
    mix(&s[6], &s[7], little_endian(blocks + 48), little_endian(blocks + 56));
  }
  memcpy(lanes, s, sizeof s);
}

void imgds_mix128_init(imgds_mix128 *context) {
  memcpy(context->lanes, seeds, sizeof seeds);
  context->length = 0;
  memset(context->block, 0, sizeof context->block);
}

void imgds_mix128_update(imgds_mix128 *context, const uint8_t *bytes, size_t count) {
  if (count == 0) return;
  const size_t held = (size_t)(context->length % 64);
  context->length += count;
  if (held > 0) {
    const size_t wanted = 64 - held;
    const size_t taken = count < wanted ? count : wanted;
    memcpy(context->block + held, bytes, taken);
    if (taken < wanted) return;
    take_blocks(context->lanes, context->block, 1);
    bytes += taken;
    count -= taken;
  }
  take_blocks(context->lanes, bytes, count / 64);
  memcpy(context->block, bytes + count / 64 * 64, count % 64);
}

imgds_mix128_value imgds_mix128_final(const imgds_mix128 *context) {
  uint64_t lanes[8];
  memcpy(lanes, context->lanes, sizeof lanes);
  uint8_t last[64] = {0};
  memcpy(last, context->block, (size_t)(context->length % 64));
  take_blocks(lanes, last, 1);
  uint64_t x = context->length ^ seeds[4];
  uint64_t y = golden;
  for (unsigned round = 0; round < 2; round++) {
    for (unsigned i = 0; i < 8; i += 2) mix(&x, &y, lanes[i], lanes[i + 1] + golden);
  }
  mix(&x, &y, golden, seeds[6]);
  mix(&x, &y, seeds[5], golden);
  const imgds_mix128_value value = {x, y};
  return value;
}
