package import ByteText
internal import Glibc

/// Where things are: the package, the binary under test, folders of the machine.
package enum Places {
  /// The package's folder, told from where this file was compiled.
  package static let package: ByteString =
    ByteString(#filePath).parent.parent.parent.parent

  /// The folder for temporary files.
  package static let temporary = variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"

  /// The `imgds` that tests run: `IMGDS_BINARY`, else the product beside the test bundle.
  package static let binary: ByteString =
    variable("IMGDS_BINARY") ?? products.appending("imgds")

  /// The folder of products and objects that the running test bundle was built into.
  package static let products: ByteString = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    return ByteString(buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }).parent
  }()

  /// An environment variable's bytes, or nil.
  package static func variable(_ name: ByteString) -> ByteString? {
    guard let value = unsafe getenv(name.cString) else { return nil }
    return ByteString(unsafe String(cString: value))
  }

  /// Where a program stands on `PATH`, or nil: for tests that need one the machine may lack.
  package static func program(_ name: ByteString) -> ByteString? {
    (variable("PATH") ?? "/usr/bin:/bin").split(on: UInt8(ascii: ":"))
      .map { $0.appending(name) }
      .first { unsafe access($0.cString, X_OK) == 0 }
  }
}
