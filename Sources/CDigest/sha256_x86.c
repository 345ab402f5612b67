#include "sha256_paths.h"

#if defined(__x86_64__)

#include "cpu_x86.h"

#include <immintrin.h>

bool imgds_sha256_has_x86(void) {
  const imgds_cpu_x86 cpu = imgds_cpu_x86_features();
  return cpu.sha && cpu.ssse3 && cpu.sse41;
}

/*
 * The instructions want the eight words as (a, b, e, f) and (c, d, g, h), highest first. One
 * `sha256rnds2` does two rounds and gives the next abef; the old abef is the next cdgh.
 */
__attribute__((target("sha,sse4.1,ssse3"))) void imgds_sha256_compress_x86(uint32_t state[8],
                                                                           const uint8_t *blocks,
                                                                           size_t count) {
  const __m128i word_order = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const __m128i *constants = (const __m128i *)(const void *)imgds_sha256_constants;
  const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(void *)state), 0xb1);
  const __m128i hgfe = _mm_loadu_si128((const __m128i *)(void *)(state + 4));
  const __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1b);
  __m128i abef = _mm_alignr_epi8(badc, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, badc, 0xf0);

  for (size_t i = 0; i < count; i++) {
    const __m128i *input = (const __m128i *)(const void *)(blocks + 64 * i);
    const __m128i abef_before = abef;
    const __m128i cdgh_before = cdgh;
    __m128i w[4];
#pragma clang loop unroll(full)
    for (unsigned group = 0; group < 16; group++) {
      __m128i words;
      if (group < 4) {
        words = _mm_shuffle_epi8(_mm_loadu_si128(input + group), word_order);
      } else {
        const __m128i newest = w[(group + 3) % 4];
        words = _mm_sha256msg1_epu32(w[group % 4], w[(group + 1) % 4]);
        words = _mm_add_epi32(words, _mm_alignr_epi8(newest, w[(group + 2) % 4], 4));
        words = _mm_sha256msg2_epu32(words, newest);
      }
      w[group % 4] = words;
      const __m128i keyed = _mm_add_epi32(words, _mm_loadu_si128(constants + group));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }

  const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#endif
