/* libFuzzer's driver as a function, so that a program with a main of its own can call it. */
#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

typedef int (*imgds_fuzz_target)(const uint8_t *bytes, size_t count);

/* Runs a target by libFuzzer's options (and files or folders of seeds) until they say it is enough;
 * returns the exit status. A find ends the process. */
int imgds_fuzz(int argument_count, char **arguments, imgds_fuzz_target target);

#endif
