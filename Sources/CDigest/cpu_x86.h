#ifndef IMGDS_CPU_X86_H
#define IMGDS_CPU_X86_H

#if defined(__x86_64__)

#include <cpuid.h>
#include <stdbool.h>

/* What the processor has of what this module uses. */
typedef struct {
  bool sha;
  bool ssse3;
  bool sse41;
  bool pclmul;
} imgds_cpu_x86;

/* Asks the processor; slow in a virtual machine, so keep the answer. */
static inline imgds_cpu_x86 imgds_cpu_x86_features(void) {
  imgds_cpu_x86 cpu = {false, false, false, false};
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d)) {
    cpu.pclmul = (c >> 1 & 1) != 0;
    cpu.ssse3 = (c >> 9 & 1) != 0;
    cpu.sse41 = (c >> 19 & 1) != 0;
  }
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) cpu.sha = (b >> 29 & 1) != 0;
  return cpu;
}

#endif
#endif
