import ByteText
import TestKit

/// Pictures whose class their colour tells: reddish, greenish and bluish noise.
enum ColouredPictures {
  static let classes: [ByteString] = ["blue", "green", "red"]

  static func picture(_ className: ByteString, _ seed: Int) -> [UInt8] {
    var noise = Noise(seed: seed * 31 + 7)
    let samples = (0..<12 * 12 * 3).map { _ in Int(noise.byte()) }
    return PNG(width: 12, height: 12) { x, y, channel in
      let isOwn = classes[2 - channel] == className
      return samples[(y * 12 + x) * 3 + channel] / 4 + (isOwn ? 180 : 10)
    }.encoded
  }

  /// Makes the dataset `pets` of so many pictures a class.
  static func makeDataset(in dir: Dir, each count: Int = 6) throws {
    for name in classes {
      for seed in 0..<count {
        try dir.write("train/\(name.displayed)/\(seed).png", picture(name, seed))
      }
    }
    try dir.imgds("init", "pets")
    try dir.imgds("add", "pets", "train", "--by-folder")
  }
}

extension Dir {
  fileprivate func write(_ name: String, _ bytes: [UInt8]) throws {
    try write(ByteString(name), bytes)
  }
}
