#include "CDigest.h"
#include "sha256_paths.h"

#include <stdatomic.h>
#include <string.h>

bool imgds_sha256_offers(imgds_sha256_path path) {
  switch (path) {
    case imgds_sha256_portable:
      return true;
    case imgds_sha256_x86:
#if defined(__x86_64__)
      return imgds_sha256_has_x86();
#else
      return false;
#endif
    case imgds_sha256_arm:
#if defined(__aarch64__)
      return imgds_sha256_has_arm();
#else
      return false;
#endif
  }
  return false;
}

static void compress(imgds_sha256_path path, uint32_t state[8], const uint8_t *blocks,
                     size_t count) {
  switch (path) {
#if defined(__x86_64__)
    case imgds_sha256_x86:
      imgds_sha256_compress_x86(state, blocks, count);
      return;
#endif
#if defined(__aarch64__)
    case imgds_sha256_arm:
      imgds_sha256_compress_arm(state, blocks, count);
      return;
#endif
    default:
      imgds_sha256_compress_portable(state, blocks, count);
  }
}

bool imgds_sha256_compress(imgds_sha256_path path, uint32_t state[8], const uint8_t *blocks,
                           size_t count) {
  if (!imgds_sha256_offers(path)) return false;
  compress(path, state, blocks, count);
  return true;
}

/*
 * Asked once: cpuid leaves a virtual machine and costs more than many blocks. Threads that race
 * here store the same answer.
 */
static imgds_sha256_path fastest_path(void) {
  static _Atomic int known = -1;
  int path = atomic_load_explicit(&known, memory_order_relaxed);
  if (path < 0) {
    path = imgds_sha256_offers(imgds_sha256_x86)   ? imgds_sha256_x86
           : imgds_sha256_offers(imgds_sha256_arm) ? imgds_sha256_arm
                                                   : imgds_sha256_portable;
    atomic_store_explicit(&known, path, memory_order_relaxed);
  }
  return (imgds_sha256_path)path;
}

void imgds_sha256_init(imgds_sha256 *context) {
  static const uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  memcpy(context->state, initial, sizeof initial);
  context->length = 0;
  memset(context->block, 0, sizeof context->block);
}

void imgds_sha256_update(imgds_sha256 *context, const uint8_t *bytes, size_t count) {
  if (count == 0) return;
  const imgds_sha256_path path = fastest_path();
  const size_t held = (size_t)(context->length % 64);
  context->length += count;
  if (held > 0) {
    const size_t wanted = 64 - held;
    const size_t taken = count < wanted ? count : wanted;
    memcpy(context->block + held, bytes, taken);
    if (taken < wanted) return;
    compress(path, context->state, context->block, 1);
    bytes += taken;
    count -= taken;
  }
  compress(path, context->state, bytes, count / 64);
  memcpy(context->block, bytes + count / 64 * 64, count % 64);
}

void imgds_sha256_final(imgds_sha256 *context, uint8_t digest[32]) {
  const imgds_sha256_path path = fastest_path();
  const uint64_t bits = context->length * 8;
  size_t held = (size_t)(context->length % 64);
  context->block[held] = 0x80;
  held += 1;
  if (held > 56) {
    memset(context->block + held, 0, 64 - held);
    compress(path, context->state, context->block, 1);
    held = 0;
  }
  memset(context->block + held, 0, 56 - held);
  for (unsigned i = 0; i < 8; i++) context->block[56 + i] = (uint8_t)(bits >> (56 - 8 * i));
  compress(path, context->state, context->block, 1);
  for (unsigned i = 0; i < 32; i++) {
    digest[i] = (uint8_t)(context->state[i / 4] >> (24 - 8 * (i % 4)));
  }
}
