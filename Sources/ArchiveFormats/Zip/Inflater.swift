internal import CDigest

/// A decompressor of one raw deflate stream, RFC 1951.
///
/// It owns zlib's state, about 40 KiB, and gives out no more than it is given room for.
@safe struct Inflater: ~Copyable {
  /// How a stream stands after a step.
  enum State {
    case goesOn
    case isComplete
    case isCorrupt
    case lacksMemory
  }

  /// What one step took and gave, in bytes.
  struct Step {
    let consumed: Int
    let produced: Int
    let state: State
  }

  private let handle: OpaquePointer

  /// Makes a decompressor; nil without memory.
  init?() {
    guard let handle = unsafe imgds_inflate_new() else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe imgds_inflate_free(handle)
  }

  /// Decompresses what it can from `input` into the front of `output`.
  func step(_ input: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Step {
    let step = unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe imgds_inflate_step(
          handle, input.baseAddress, input.count, output.baseAddress, output.count)
      }
    }
    let state: State =
      switch step.state {
      case imgds_stream_more: .goesOn
      case imgds_stream_end: .isComplete
      case imgds_stream_memory: .lacksMemory
      default: .isCorrupt
      }
    return Step(consumed: step.consumed, produced: step.produced, state: state)
  }
}
