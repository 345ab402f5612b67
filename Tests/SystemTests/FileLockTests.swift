import ByteText
import Glibc
import Synchronization
import Testing

@testable import System

/// One after another: a process spawned by one test would hold the locks of the others for a moment,
/// and an interrupt is of the whole process.
@Suite(.serialized)
struct FileLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func isFree(_ path: ByteString, for kind: FileLock.Kind) throws -> Bool {
    do {
      _ = try FileLock(path, kind, waits: false).file.path
      return true
    } catch let error where error.isBusy {
      return false
    }
  }

  @Test func `keeps others out until it goes`() throws {
    let path = try folder.file("a")
    do {
      let lock = try FileLock(path)
      #expect(try !isFree(path, for: .exclusive))
      #expect(try !isFree(path, for: .shared))
      try lock.file.write(Array("+".utf8).span)
    }
    #expect(try isFree(path, for: .exclusive))
    #expect(try folder.content("a") == "content+")
  }

  @Test func `is shared by those who share it`() throws {
    let path = try folder.file("a")
    let lock = try FileLock(path, .shared)
    #expect(try isFree(path, for: .shared))
    #expect(try !isFree(path, for: .exclusive))
    #expect(lock.file.path == path)
  }

  @Test func `is held against other processes`() throws {
    let path = try folder.file("a")
    let lock = try FileLock(path)
    let command = "flock --nonblock '\(path.displayed)' true"
    #expect(unsafe system(command) != 0)
    _ = consume lock
    #expect(unsafe system(command) == 0)
  }

  @Test func `lets only one at a time through`() throws {
    let path = try folder.file("a", "")
    let threads = (0..<4).compactMap { _ in
      WorkerThread {
        for _ in 0..<50 {
          guard let lock = try? FileLock(path) else { return }
          let count = (try? lock.file.bytes(at: 0, count: 1000).count) ?? -1000
          try? lock.file.truncate(to: 0)
          try? lock.file.write([UInt8](repeating: 0x61, count: count + 1).span)
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(try folder.content("a").count == threads.count * 50)
  }

  @Test func `waits for the file that has the name by then`() throws {
    let path = try folder.file("a", "old")
    let first = try FileLock(path)
    let seen = Mutex<[UInt8]>([])
    let started = Semaphore()
    let thread = WorkerThread {
      started.signal()
      guard let lock = try? FileLock(path) else { return }
      let content = try? lock.file.bytes(at: 0, count: 9)
      seen.withLock { $0 = content ?? [] }
    }
    started.wait()
    try folder.file("b", "new")
    try Files.rename(folder["b"], to: path)
    _ = consume first
    thread?.join()
    #expect(seen.withLock { $0 } == Array("new".utf8))
  }

  @Test func `gives up waiting when interrupted`() throws {
    let path = try folder.file("a")
    let lock = try FileLock(path)
    let failure = interrupted { () throws(SystemError) in _ = try FileLock(path).file.path }
    #expect(failure?.isInterruption == true)
    #expect(lock.file.path == path)
  }

  @Test func `gives up reading a standard stream when interrupted, and no other file`() throws {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    let end = ends[0]
    let output = OpenFile(descriptor: ends[1], path: "pipe")
    let failure = interrupted { () throws(SystemError) in
      let stream = OpenFile(descriptor: end, path: "standard input", isBorrowed: true)
      var buffer: [UInt8] = [0]
      var room = buffer.mutableSpan
      _ = try stream.read(into: &room)
    }
    #expect(failure?.isInterruption == true)
    let readFile: @Sendable () throws(SystemError) -> Void = { () throws(SystemError) in
      let file = OpenFile(descriptor: end, path: "pipe")
      _ = try ItemReader(file, separator: 0).next()
    }
    let other = interrupted(readFile, after: { try? output.write([0x61, 0].span) })
    #expect(other == nil)
  }

  /// What a wait throws on a thread that gets SIGTERM every millisecond.
  ///
  /// The threads that tests run on take no signals.
  private func interrupted(
    _ wait: @escaping @Sendable () throws(SystemError) -> Void, after finish: () -> Void = {}
  ) -> SystemError? {
    Interrupt.install()
    defer {
      for signal in [SIGTERM, SIGINT, SIGHUP] { Glibc.signal(signal, SIG_DFL) }
      Interrupt.reset()
    }
    let waiter = Atomic<UInt>(0)
    let isDone = Atomic(false)
    let failure = Mutex<SystemError?>(nil)
    let thread = WorkerThread {
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      unsafe pthread_sigmask(SIG_SETMASK, &signals, nil)
      waiter.store(UInt(pthread_self()), ordering: .releasing)
      do throws(SystemError) {
        try wait()
      } catch {
        failure.withLock { $0 = error }
      }
      isDone.store(true, ordering: .releasing)
    }
    var count = 0
    while count == 0 || !isDone.load(ordering: .acquiring) {
      usleep(1000)
      let target = waiter.load(ordering: .acquiring)
      guard target != 0 else { continue }
      pthread_kill(pthread_t(target), SIGTERM)
      count += 1
      if count == 20 { finish() }
    }
    thread?.join()
    #expect(Interrupt.received == SIGTERM)
    return failure.withLock { $0 }
  }

  @Test func `refuses a link and a missing file`() throws {
    try folder.file("a")
    let link = try folder.link("l", to: "a")
    #expect { _ = try FileLock(link).file.path } throws: { ($0 as? SystemError)?.code == ELOOP }
    #expect { _ = try FileLock(folder["gone"]).file.path } throws: {
      ($0 as? SystemError)?.code == ENOENT
    }
  }
}
