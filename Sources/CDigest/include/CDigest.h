#ifndef IMGDS_CDIGEST_H
#define IMGDS_CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Digests and compression of bytes. Contexts are plain values in the caller's memory, without
 * pointers, so that they may be copied; a copy goes on from where the original stood.
 */

/* SHA-256, FIPS 180-4. */

/* A digest under way. `block` holds the `length % 64` bytes that fill no block yet. */
typedef struct {
  uint32_t state[8];
  uint64_t length;
  uint8_t block[64];
} imgds_sha256;

/* Begins a digest. */
void imgds_sha256_init(imgds_sha256 *context);

/* Takes in `count` more bytes; `bytes` may be NULL when `count` is 0. */
void imgds_sha256_update(imgds_sha256 *context, const uint8_t *bytes, size_t count);

/* Writes the digest of all bytes taken in. The context must be begun anew before further use. */
void imgds_sha256_final(imgds_sha256 *context, uint8_t digest[32]);

/* The ways to compress blocks: C alone, x86 SHA extensions, ARMv8 cryptographic extension. */
typedef enum {
  imgds_sha256_portable = 0,
  imgds_sha256_x86 = 1,
  imgds_sha256_arm = 2,
} imgds_sha256_path;

/* Whether this processor and this build offer a path. The fastest offered one is used. */
bool imgds_sha256_offers(imgds_sha256_path path);

/*
 * Folds `count` blocks of 64 bytes into `state` by the given path, so that each can be tested.
 * False, and nothing done, where the path is not offered.
 */
bool imgds_sha256_compress(imgds_sha256_path path, uint32_t state[8], const uint8_t *blocks,
                           size_t count);

/* CRC-32 of zip, PNG and gzip (ISO 3309, reflected polynomial 0xEDB88320). */

/* The checksum of what `crc` is the checksum of, followed by `count` bytes; 0 begins. */
uint32_t imgds_crc32(uint32_t crc, const uint8_t *bytes, size_t count);

/* Whether long inputs go through carry-less multiplication rather than zlib's tables. */
bool imgds_crc32_folds(void);

/* Raw deflate streams, RFC 1951. */

typedef enum {
  imgds_stream_more = 0,    /* goes on: give more bytes, or more room */
  imgds_stream_end = 1,     /* the stream is complete */
  imgds_stream_corrupt = 2, /* the bytes are no deflate stream */
  imgds_stream_memory = 3,  /* no memory left */
} imgds_stream_state;

/* What one step took from the input and wrote to the output, in bytes. */
typedef struct {
  size_t consumed;
  size_t produced;
  imgds_stream_state state;
} imgds_stream_step;

/*
 * Compresses `count` bytes, at most 1 GiB, as a part of a stream: it ends with a whole byte and refers
 * to nothing before it, so that parts may be made apart and put one behind the other. The bytes 03 00
 * end the stream. The level is fixed, so that equal bytes give equal parts.
 *
 * Returns the part's length; 0 if `capacity` is too small for it or there is no memory.
 */
size_t imgds_deflate_part(const uint8_t *input, size_t count, uint8_t *output, size_t capacity);

typedef struct imgds_inflater imgds_inflater;

/* A decompressor; it holds about 40 KiB whatever the stream says. NULL without memory. */
imgds_inflater *imgds_inflate_new(void);

/*
 * Decompresses what it can from `input` into at most `output_capacity` bytes. Bytes behind the end
 * of the stream are not consumed.
 */
imgds_stream_step imgds_inflate_step(imgds_inflater *inflater, const uint8_t *input,
                                     size_t input_count, uint8_t *output, size_t output_capacity);

/* Frees a decompressor; NULL is allowed. */
void imgds_inflate_free(imgds_inflater *inflater);

/*
 * A fast 128-bit hash for telling whether decoded pixels are equal.
 *
 * Not cryptographic: who wants two inputs of one hash can make them. Four lanes of 128 bits each
 * take 16 of every 64 bytes and are mixed by a 64 x 64 -> 128 bit multiplication whose factors are
 * added back, so that no factor of zero forgets the other. The lanes and the length are folded
 * together at the end. Values are the same on every processor and must not be stored as if the
 * design were frozen.
 */
typedef struct {
  uint64_t lanes[8];
  uint64_t length;
  uint8_t block[64];
} imgds_mix128;

/* The two halves of a hash. */
typedef struct {
  uint64_t high;
  uint64_t low;
} imgds_mix128_value;

/* Begins a hash. */
void imgds_mix128_init(imgds_mix128 *context);

/* Takes in `count` more bytes; `bytes` may be NULL when `count` is 0. */
void imgds_mix128_update(imgds_mix128 *context, const uint8_t *bytes, size_t count);

/* The hash of all bytes taken in so far; the context may take in more. */
imgds_mix128_value imgds_mix128_final(const imgds_mix128 *context);

#endif
