internal import Glibc

/// A count that threads wait on (`sem_t`).
///
/// - Invariant: the C semaphore has one address for its whole life, as it must.
@safe
final class Semaphore: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  /// Waits until the count is above zero, and takes one away.
  func wait() {
    while unsafe sem_wait(semaphore) == -1, errno == EINTR {}
  }

  /// Adds one, which wakes one waiting thread.
  func signal() {
    unsafe sem_post(semaphore)
  }
}
