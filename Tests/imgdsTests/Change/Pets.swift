import ByteText
import TestKit

/// The dataset `pets` with the classes `cat` and `dog`, and pictures beside it.
struct Pets {
  let dir: Dir

  /// Makes the dataset, still empty, and the pictures `1.png`, `2.png` and so on.
  init(pictures count: Int) throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    for seed in 1...count { try dir.write(Self.picture(seed), Pictures.png(seed)) }
  }

  static func picture(_ seed: Int) -> ByteString { ByteString("\(seed).png") }

  /// Adds pictures as cats and gives their ids.
  @discardableResult
  func addCats(_ seeds: Int..., with options: [ByteString] = []) throws -> [ByteString] {
    let words = ["add", "pets"] + seeds.map(Self.picture) + ["--class", "cat", "--json"] + options
    return try dir.command(words).run().json("added").compactMap { $0["id"]?.text }
  }
}
