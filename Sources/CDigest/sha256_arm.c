#include "sha256_paths.h"

#if defined(__aarch64__)

#include <arm_neon.h>

#if defined(__linux__)
#include <sys/auxv.h>
#endif

bool imgds_sha256_has_arm(void) {
#if defined(__ARM_FEATURE_SHA2)
  return true;
#elif defined(__linux__)
  /* HWCAP_SHA2 of the kernel's arm64 ABI. */
  return (getauxval(AT_HWCAP) >> 6 & 1) != 0;
#else
  return false;
#endif
}

__attribute__((target("sha2"))) void imgds_sha256_compress_arm(uint32_t state[8],
                                                               const uint8_t *blocks,
                                                               size_t count) {
  uint32x4_t abcd = vld1q_u32(state);
  uint32x4_t efgh = vld1q_u32(state + 4);

  for (size_t i = 0; i < count; i++) {
    const uint8_t *input = blocks + 64 * i;
    const uint32x4_t abcd_before = abcd;
    const uint32x4_t efgh_before = efgh;
    uint32x4_t w[4];
#pragma clang loop unroll(full)
    for (unsigned group = 0; group < 16; group++) {
      uint32x4_t words;
      if (group < 4) {
        words = vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(input + 16 * group)));
      } else {
        words = vsha256su0q_u32(w[group % 4], w[(group + 1) % 4]);
        words = vsha256su1q_u32(words, w[(group + 2) % 4], w[(group + 3) % 4]);
      }
      w[group % 4] = words;
      const uint32x4_t keyed = vaddq_u32(words, vld1q_u32(imgds_sha256_constants + 4 * group));
      const uint32x4_t abcd_old = abcd;
      abcd = vsha256hq_u32(abcd, efgh, keyed);
      efgh = vsha256h2q_u32(efgh, abcd_old, keyed);
    }
    abcd = vaddq_u32(abcd, abcd_before);
    efgh = vaddq_u32(efgh, efgh_before);
  }

  vst1q_u32(state, abcd);
  vst1q_u32(state + 4, efgh);
}

#endif
