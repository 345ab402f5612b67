#include "CDigest.h"

#include <stdatomic.h>
#include <zlib.h>

#if defined(__x86_64__)

#include "cpu_x86.h"

#include <immintrin.h>

/*
 * Below this length zlib's tables are as fast as setting out to fold.
 */
enum { least_folded = 128 };

static bool has_pclmul(void) {
  static _Atomic int known = -1;
  int answer = atomic_load_explicit(&known, memory_order_relaxed);
  if (answer < 0) {
    answer = imgds_cpu_x86_features().pclmul ? 1 : 0;
    atomic_store_explicit(&known, answer, memory_order_relaxed);
  }
  return answer == 1;
}

/* `value`, moved on by the distance that `keys` stand for, plus `next`. */
__attribute__((target("pclmul,sse2"))) static inline __m128i folded(__m128i value, __m128i keys,
                                                                    __m128i next) {
  const __m128i early = _mm_clmulepi64_si128(value, keys, 0x00);
  const __m128i late = _mm_clmulepi64_si128(value, keys, 0x11);
  return _mm_xor_si128(_mm_xor_si128(early, late), next);
}

/*
 * Folds whole 16-byte pieces, at least four, into 16 bytes that have the same remainder. Gopal et
 * al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009.
 * A key pair for a distance of n bits is (x^(n+32) mod P, x^(n-32) mod P), each reflected in 32
 * bits and shifted left by one.
 */
__attribute__((target("pclmul,sse2"))) static void fold(uint32_t remainder, const uint8_t *bytes,
                                                        size_t pieces, uint8_t result[16]) {
  const __m128i keys_512 = _mm_set_epi64x(0x1c6e41596, 0x154442bd4);
  const __m128i keys_128 = _mm_set_epi64x(0x0ccaa009e, 0x1751997d0);
  const __m128i *input = (const __m128i *)(const void *)bytes;
  __m128i lanes[4];
  for (unsigned i = 0; i < 4; i++) lanes[i] = _mm_loadu_si128(input + i);
  lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128((int)remainder));
  input += 4;
  pieces -= 4;
  for (; pieces >= 4; pieces -= 4, input += 4) {
    for (unsigned i = 0; i < 4; i++) {
      lanes[i] = folded(lanes[i], keys_512, _mm_loadu_si128(input + i));
    }
  }
  __m128i sum = lanes[0];
  for (unsigned i = 1; i < 4; i++) sum = folded(sum, keys_128, lanes[i]);
  for (; pieces > 0; pieces--, input++) sum = folded(sum, keys_128, _mm_loadu_si128(input));
  _mm_storeu_si128((__m128i *)(void *)result, sum);
}

bool imgds_crc32_folds(void) { return has_pclmul(); }

uint32_t imgds_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
  if (count == 0) return crc;
  if (count < least_folded || !has_pclmul()) return (uint32_t)crc32_z(crc, bytes, count);
  const size_t pieces = count / 16;
  uint8_t rest[16];
  fold(~crc, bytes, pieces, rest);
  /* The remainder of `rest` begins from zero, which zlib, inverting, calls all ones. */
  const uLong sum = crc32_z(0xffffffff, rest, sizeof rest);
  return (uint32_t)crc32_z(sum, bytes + 16 * pieces, count % 16);
}

#else

bool imgds_crc32_folds(void) { return false; }

uint32_t imgds_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
  return count == 0 ? crc : (uint32_t)crc32_z(crc, bytes, count);
}

#endif
