#ifndef IMGDS_SHA256_PATHS_H
#define IMGDS_SHA256_PATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The round constants, FIPS 180-4 section 4.2.2. */
extern const uint32_t imgds_sha256_constants[64];

/* Each folds `count` blocks of 64 bytes into `state`; the `has` say whether the processor can. */

void imgds_sha256_compress_portable(uint32_t state[8], const uint8_t *blocks, size_t count);

#if defined(__x86_64__)
bool imgds_sha256_has_x86(void);
void imgds_sha256_compress_x86(uint32_t state[8], const uint8_t *blocks, size_t count);
#endif

#if defined(__aarch64__)
bool imgds_sha256_has_arm(void);
void imgds_sha256_compress_arm(uint32_t state[8], const uint8_t *blocks, size_t count);
#endif

#endif
