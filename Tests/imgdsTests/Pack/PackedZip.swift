import ByteText
import TestKit

/// A zip as Python's `zipfile` reads it: an independent judge of names, order and content.
struct PackedZip {
  let names: [ByteString]
  private let dir: Dir
  private let folder: ByteString

  init(_ file: ByteString, in dir: Dir) throws {
    self.dir = dir
    folder = "unzipped-" + file
    let script: ByteString = """
      import os, sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      z.extractall(sys.argv[2])
      sys.stdout.buffer.write(b''.join(n.encode() + b'\\0' for n in z.namelist()))
      """
    names = try dir.run("python3", "-c", script, file, folder).records
  }

  /// The bytes of an entry.
  func content(_ name: ByteString) throws -> [UInt8] {
    try dir.read(folder.appending(name))
  }

  /// The lines of a JSON Lines entry.
  func lines(_ name: ByteString) throws -> [JSON] {
    try ByteString(content(name)).parts(ending: UInt8(ascii: "\n")).map { try JSON(parsing: $0) }
  }

  /// Runs `sha256sum` on the list at the top.
  func checkSums() throws {
    let top = names[0].components[0]
    try dir.shell("cd '" + folder.appending(top) + "' && sha256sum -c --strict --quiet SHA256SUMS")
  }
}

extension Dir {
  /// A dataset `pets` with so many PNGs in each of some classes, all of them different.
  func makePets(_ counts: KeyValuePairs<ByteString, Int>) throws {
    var seed = 0
    try imgds("init", "pets")
    for (name, count) in counts {
      for _ in 0..<count {
        seed += 1
        let file = ByteString("in").appending(name).appending(ByteString("\(seed).png"))
        try write(file, Pictures.png(seed, width: 4, height: 4))
      }
    }
    try imgds("add", "pets", "in", "--by-folder", "--quiet")
  }
}
