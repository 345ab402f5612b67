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

#endif
