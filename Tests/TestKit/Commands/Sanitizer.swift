internal import Glibc

/// What the tests, and so the program they run, were built with.
package enum Sanitizer {
  /// Whether this is a build for the thread sanitizer, as its runtime library among us tells.
  package static let isThread = unsafe dlsym(nil, "__tsan_init") != nil
}
