#include "CArithmetic.h"

#if defined(__x86_64__)
#include <cpuid.h>

/* Whether the system keeps the upper halves of the registers for a thread: bits 1 and 2 of XCR0. */
static bool keeps_wide_registers(void) {
  unsigned low = 0, high = 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 6) == 6;
}

bool imgds_has_wide_vectors(void) {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
  const unsigned wanted = 1U << 27 | 1U << 28; /* OSXSAVE and AVX */
  if ((c & wanted) != wanted || !keeps_wide_registers()) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 5 & 1) != 0;
}
#else
bool imgds_has_wide_vectors(void) { return false; }
#endif
