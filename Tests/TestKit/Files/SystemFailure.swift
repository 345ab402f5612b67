package import ByteText
internal import Glibc

/// A system call of the test kit itself that failed: its name, its operand and the system's words.
package struct SystemFailure: Error, CustomStringConvertible {
  package let operation: String
  package let operand: ByteString
  package let code: Int32

  /// Keeps `errno` as it stands, so it must be made before anything else is called.
  init(_ operation: String, _ operand: ByteString, code: Int32 = errno) {
    self.operation = operation
    self.operand = operand
    self.code = code
  }

  package var description: String {
    "\(operation) '\(operand.displayed)': \(unsafe String(cString: strerror(code)))"
  }
}
