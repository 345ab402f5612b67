/// Who may import whom: the plan of the house.
enum Imports {
  /// The Swift rooms and the rooms below them; each may also import ``everywhere``.
  static let plan: [String: Set<String>] = [
    "ByteText": [],
    "System": ["CSystem"],
    "ImageCodec": ["CImageCodecs"],
    "ImageAnalysis": ["CArithmetic", "ImageCodec"],
    "ArchiveFormats": ["CDigest"],
    "ImageDataset": ["ArchiveFormats", "CDigest", "ImageAnalysis", "ImageCodec", "System"],
    "CommandGrammar": [],
    "imgds": ["CommandGrammar", "ImageAnalysis", "ImageCodec", "ImageDataset", "System"],
  ]

  /// Modules that any room may import.
  static let everywhere: Set<String> = ["ByteText", "Dispatch", "Synchronization"]

  /// The C rooms and the headers they may include beyond the standard C library's plain ones.
  static let headers: [String: Set<String>] = [
    "CImageCodecs": ["jpeglib.h", "jerror.h", "png.h", "setjmp.h", "stdio.h", "zlib.h"],
    "CArithmetic": ["cpuid.h"],
    "CSystem": [
      "dirent.h", "errno.h", "fcntl.h", "linux/fs.h", "sched.h", "signal.h", "spawn.h",
      "stdio.h", "sys/ioctl.h", "unistd.h",
    ],
    "CDigest": [
      "arm_acle.h", "arm_neon.h", "asm/hwcap.h", "cpuid.h", "immintrin.h", "sys/auxv.h", "zlib.h",
    ],
  ]

  /// Headers that promise no system call.
  private static let plainHeaders: Set<String> = [
    "ctype.h", "limits.h", "stdalign.h", "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h",
    "stdint.h", "stdlib.h",
    "string.h",
  ]

  /// Imports of a Swift file that the plan does not draw, but for the C library.
  static func violations(inSwift file: SourceFile) throws -> [Violation] {
    guard let below = plan[file.room] else {
      return [Violation(path: file.path, line: 0, message: "is in no room of the plan")]
    }
    let kinds = "struct|class|enum|protocol|func|var|let|typealias"
    let pattern = try Regex(
      #"^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:\#(kinds))\s+)?(\w+)"#,
      as: (Substring, Substring).self)
    let allowed = below.union(everywhere).union(["Glibc", "Musl", "Darwin"])
    return zip(1..., file.code.lines).compactMap { number, line in
      guard let module = line.firstMatch(of: pattern)?.output.1,
        !allowed.contains(String(module))
      else { return nil }
      return Violation(
        path: file.path, line: number, message: "\(file.room) may not import \(module)")
    }
  }

  /// Includes of a C file that are neither plain, its room's own, nor named for its room.
  static func violations(inC file: SourceFile) throws -> [Violation] {
    let allowed = plainHeaders.union(headers[file.room] ?? [])
    let pattern = try Regex(#"^\s*#\s*include\s*<([^>]+)>"#, as: (Substring, Substring).self)
    return zip(1..., file.text.lines).compactMap { number, line in
      guard let header = line.firstMatch(of: pattern)?.output.1,
        !allowed.contains(String(header))
      else { return nil }
      return Violation(
        path: file.path, line: number, message: "\(file.room) may not include \(header)")
    }
  }
}
