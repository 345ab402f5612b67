package import ByteText

extension Environment {
  /// The folder for files that go with the process: that of `TMPDIR`, else `/tmp`.
  package static var temporaryFolder: ByteString {
    value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The user's folder for data that can be made again (XDG Base Directory Specification 0.8): that of
  /// `XDG_CACHE_HOME`, which must be absolute, else `.cache` in `HOME`; nil if neither is told.
  package static var cacheFolder: ByteString? {
    if let folder = value("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
    guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
    return home.appending(".cache")
  }
}
