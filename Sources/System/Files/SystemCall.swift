internal import ByteText
internal import Glibc

/// Makes a system call until a signal no longer interrupts it.
///
/// - Parameters:
///   - operation: the call's name, for the error.
///   - path: what it is about, for the error.
///   - givesUp: whether an ``Interrupt`` ends the repeating: for calls that may wait for long.
///   - call: makes the call; -1 means failure with `errno` set.
/// - Returns: what the call returned.
/// - Throws: the call's error, EINTR only if it gives up.
@discardableResult
func systemCall<Result: FixedWidthInteger & SignedInteger>(
  _ operation: StaticString, _ path: ByteString, givesUp: Bool = false, _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    let code = errno
    if code != EINTR || givesUp && Interrupt.received != nil {
      throw SystemError(code: code, operation: operation.description, path: path)
    }
  }
}

/// As ``systemCall(_:_:givesUp:_:)`` for a call that takes the path as a C string.
///
/// - Throws: EINVAL for a path with a NUL byte, which C would cut short; else the call's error.
@safe
@discardableResult
func systemCall<Result: FixedWidthInteger & SignedInteger>(
  _ operation: StaticString, at path: ByteString, _ call: (UnsafePointer<CChar>) -> Result
) throws(SystemError) -> Result {
  guard !path.bytes.contains(0) else {
    throw SystemError(code: EINVAL, operation: operation.description, path: path)
  }
  var result: Result = 0
  var code: Int32 = 0
  unsafe withCString(path) { text in
    repeat {
      unsafe result = call(text)
      code = result == -1 ? errno : 0
    } while code == EINTR
  }
  guard code == 0 else {
    throw SystemError(code: code, operation: operation.description, path: path)
  }
  return result
}

/// Makes a call about two paths; its error names the second if that is taken, else the first.
@safe
func systemCall(
  _ operation: StaticString, from first: ByteString, to second: ByteString,
  _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
) throws(SystemError) {
  guard !second.bytes.contains(0) else {
    throw SystemError(code: EINVAL, operation: operation.description, path: second)
  }
  do {
    try systemCall(operation, at: first) { from in
      var result: Int32 = 0
      unsafe withCString(second) { to in unsafe result = call(from, to) }
      return result
    }
  } catch let error where error.isTaken {
    throw SystemError(code: error.code, operation: error.operation, path: second)
  }
}

/// Lends the bytes with a NUL behind them.
private func withCString(_ path: ByteString, _ body: (UnsafePointer<CChar>) -> Void) {
  unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { text in
    for (place, byte) in path.bytes.enumerated() {
      unsafe text[place] = CChar(bitPattern: byte)
    }
    unsafe text[path.count] = 0
    if let start = text.baseAddress { unsafe body(start) }
  }
}
