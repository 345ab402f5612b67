internal import ByteText

/// The control groups (version 2) that bound this process.
enum ControlGroups {
  /// The folders of the groups around the process, outermost first; none without version 2.
  static var folders: [ByteString] {
    guard let groups = try? Files.readWhole("/proc/self/cgroup", atMost: 1 << 16) else { return [] }
    let line = ByteString(groups).split(on: UInt8(ascii: "\n")).first { $0.hasPrefix("0::/") }
    guard let line else { return [] }
    var folders: [ByteString] = ["/sys/fs/cgroup"]
    for component in ByteString(line.bytes.dropFirst(3)).components {
      folders.append(folders[folders.count - 1].appending(component))
    }
    return folders
  }

  /// The least value that the groups have in a file of theirs, as a closure reads it.
  static func least(_ file: ByteString, _ value: (ByteString) -> Int?) -> Int? {
    folders.compactMap { folder in
      (try? Files.readWhole(folder.appending(file), atMost: 4096)).flatMap {
        value(ByteString($0))
      }
    }.min()
  }
}
