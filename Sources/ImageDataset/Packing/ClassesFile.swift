internal import ByteText

/// `classes.txt`: the classes that hold images, one a line, in index order, which is that of their
/// bytes, of torchvision and of Keras.
enum ClassesFile {
  static let name: ByteString = "classes.txt"

  static func text(of plan: PackPlan) -> [UInt8] {
    plan.classes.flatMap { $0.bytes + [0x0A] }
  }
}
