package import ByteText
internal import CSystem
internal import Glibc

/// The variables and the command line the program was started with, as bytes.
package enum Environment {
  /// The value of a variable, or nil if it is not set.
  package static func value(_ name: StaticString) -> ByteString? {
    unsafe getenv(name.description).map { unsafe bytes(of: $0) }
  }

  /// The command line's words behind the program's name.
  ///
  /// Not by way of `CommandLine`, which replaces bytes that are no UTF-8 and asks
  /// `/proc/self/cmdline`: where that is missing or cannot be read there would be no words at all.
  package static var arguments: [ByteString] {
    let count = imgds_argument_count()
    guard count > 1 else { return [] }
    return (1..<count).compactMap { place in
      unsafe imgds_argument(place).map { unsafe bytes(of: $0) }
    }
  }

  private static func bytes(of text: UnsafePointer<CChar>) -> ByteString {
    let characters = unsafe UnsafeBufferPointer(start: text, count: strlen(text))
    return unsafe ByteString(characters.map { UInt8(bitPattern: $0) })
  }
}
