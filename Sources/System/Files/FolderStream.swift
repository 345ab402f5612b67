internal import ByteText
internal import CSystem

/// Reads a folder's entries as they come, in no order.
enum FolderStream {
  // struct linux_dirent64 of getdents64(2): inode, position, record length, type, name and NUL.
  private static let lengthOffset = 16
  private static let typeOffset = 18
  private static let nameOffset = 19

  /// Calls a closure with the `d_type` and the name of every entry but `.` and `..`.
  ///
  /// - Throws: why the folder cannot be opened or read to its end.
  static func forEachEntry(
    of path: ByteString, _ body: (UInt8, ArraySlice<UInt8>) -> Void
  ) throws(SystemError) {
    let folder = try OpenFile.folder(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let filled = try systemCall("getdents64", path) {
        unsafe buffer.withUnsafeMutableBytes { room in
          unsafe imgds_read_entries(folder.descriptor, room.baseAddress, room.count)
        }
      }
      guard filled > 0 else { return }
      var record = 0
      while record + nameOffset < filled {
        let lengthPlace = record + lengthOffset
        let length = Int(buffer[lengthPlace]) | Int(buffer[lengthPlace + 1]) << 8
        let name = buffer[record + nameOffset..<record + length].prefix { $0 != 0 }
        if name != [0x2E], name != [0x2E, 0x2E] { body(buffer[record + typeOffset], name) }
        record += length
      }
    }
  }
}
