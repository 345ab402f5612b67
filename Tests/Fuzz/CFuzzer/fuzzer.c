#include "CFuzzer.h"

extern int LLVMFuzzerRunDriver(int *argument_count, char ***arguments, imgds_fuzz_target target);

int imgds_fuzz(int argument_count, char **arguments, imgds_fuzz_target target) {
  return LLVMFuzzerRunDriver(&argument_count, &arguments, target);
}
