package import ByteText

/// A class's name that is allowed and will make trouble elsewhere, and why.
package struct ClassWarning: Sendable {
  package let className: ByteString
  package let message: String
}
