internal import Glibc

/// A value that one thread at a time may touch (`pthread_mutex_t`).
///
/// Not `Synchronization.Mutex`, which locks by instructions of its own library: ThreadSanitizer sees none
/// of them and reports every use as a race, so that a real one would be lost among them.
///
/// - Invariant: the C mutex has one address for its whole life, as it must, and `value` is touched only
///   while it is locked.
@safe
final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  init(_ value: Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Waits for the lock, and holds it while the closure runs, which must not ask for it again.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body(&value)
  }
}
