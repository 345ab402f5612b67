#ifndef IMGDS_VECTORS_H
#define IMGDS_VECTORS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A product and a sum in one rounding would differ from processor to processor. */
#pragma STDC FP_CONTRACT OFF

#define IMGDS_INLINE static inline __attribute__((always_inline))

/* Where a function is compiled once more for vectors of 256 bits. */
#if defined(__x86_64__)
#define IMGDS_WIDE __attribute__((target("avx2")))
#else
#define IMGDS_WIDE
#endif

typedef float imgds_float8 __attribute__((vector_size(32)));
typedef int32_t imgds_int8 __attribute__((vector_size(32)));

/* `yes` where the mask says so, else `no`. */
#define IMGDS_CHOOSE(mask, yes, no) \
  ((imgds_float8)(((imgds_int8)(yes) & (mask)) | ((imgds_int8)(no) & ~(mask))))

#define IMGDS_EIGHT_TIMES(number) \
  {(number), (number), (number), (number), (number), (number), (number), (number)}

/* What the header declares of clouds, by the width that is asked for. */
#define IMGDS_IN_BOTH_WIDTHS(type, name, parameters, arguments)                 \
  static type name##_plain parameters { return name##_of arguments; }           \
  IMGDS_WIDE static type name##_wide parameters { return name##_of arguments; } \
  type imgds_cloud_##name parameters {                                          \
    return cloud.is_wide ? name##_wide arguments : name##_plain arguments;      \
  }

#endif
