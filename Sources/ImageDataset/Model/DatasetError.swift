package import ByteText
package import System

/// Why a command on a dataset cannot be carried out at all.
///
/// What is wrong with single images is never an error but a ``Refusal`` or a ``Finding``.
package enum DatasetError: Error, Sendable {
  /// The command's words do not fit the dataset; nothing has been written.
  case usage(String)
  /// The operand is no dataset, or not one that can be worked on.
  case dataset(ByteString, String)
  /// A program that was to help did not do what it should.
  case program(ByteString, String)
  /// The file system failed.
  case system(SystemError)
}
