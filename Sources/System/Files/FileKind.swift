internal import Glibc

/// What a name in a folder stands for.
package enum FileKind: UInt8, Sendable, Hashable {
  case regular
  case folder
  case link
  case fifo
  case socket
  case characterDevice
  case blockDevice

  /// The kind in `st_mode`.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    case S_IFCHR: self = .characterDevice
    case S_IFBLK: self = .blockDevice
    default: return nil
    }
  }

  /// The kind in `d_type`, which is `st_mode` shifted by twelve bits; nil for DT_UNKNOWN.
  init?(directoryType: UInt8) {
    self.init(mode: mode_t(directoryType) << 12)
  }

  /// What people call it, with its article: `a folder`.
  package var words: String {
    switch self {
    case .regular: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .fifo: "a named pipe"
    case .socket: "a socket"
    case .characterDevice, .blockDevice: "a device"
    }
  }
}
