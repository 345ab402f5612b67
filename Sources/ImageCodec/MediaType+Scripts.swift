extension MediaType {
  /// Programs and letters that are text, told by their first line or by what only they say.
  static func script(_ bytes: Span<UInt8>) -> MediaType? {
    if bytes.holds("#!") { return interpreter(bytes) }
    for (opening, name) in openings where bytes.holds(opening) { return MediaType(name) }
    for (start, middle, name) in phrases where bytes.hasLine(start, middle) {
      return MediaType(name)
    }
    return nil
  }

  /// The type of a script by the interpreter that its first line names.
  private static func interpreter(_ bytes: Span<UInt8>) -> MediaType? {
    let line = 2..<min(bytes.count, bytes.first("\n", in: 2..<256) ?? 256)
    for (program, name) in interpreters where bytes.first(program, in: line) != nil {
      return MediaType(name)
    }
    return nil
  }

  private static let interpreters: [(StaticString, String)] = [
    ("python", "text/x-script.python"), ("perl", "text/x-perl"), ("ruby", "text/x-ruby"),
    ("node", "application/javascript"), ("php", "text/x-php"), ("lua", "text/x-lua"),
    ("tclsh", "text/x-tcl"), ("wish", "text/x-tcl"), ("gawk", "text/x-gawk"),
    ("nawk", "text/x-nawk"), ("awk", "text/x-awk"), ("sh", "text/x-shellscript"),
  ]

  private static let openings: [(StaticString, String)] = [
    ("<?php", "text/x-php"), ("BEGIN:VCALENDAR", "text/calendar"), ("BEGIN:VCARD", "text/vcard"),
    ("WEBVTT", "text/vtt"), ("diff ", "text/x-diff"), ("--- ", "text/x-diff"),
    ("Received:", "message/rfc822"), ("From:", "message/rfc822"), ("Date:", "message/rfc822"),
    ("Return-Path:", "message/rfc822"), ("\\input texinfo", "text/x-texinfo"),
    (".\\\"", "text/troff"), ("@echo", "text/x-msdos-batch"), ("@ECHO", "text/x-msdos-batch"),
  ]

  /// What a line begins with, what it has further on, and the type that it stands for.
  private static let phrases: [(StaticString, StaticString, String)] = [
    ("#include", "<", "text/x-c"), ("#include", "\"", "text/x-c"),
    ("\\documentclass", "{", "text/x-tex"), ("\\documentstyle", "{", "text/x-tex"),
    ("def ", "):", "text/x-script.python"), ("from ", " import ", "text/x-script.python"),
    ("class ", "):", "text/x-script.python"),
  ]
}

extension Span<UInt8> {
  /// Whether a line of the first 4 KiB begins so, white space apart, and goes on so.
  fileprivate func hasLine(_ opening: StaticString, _ middle: StaticString) -> Bool {
    var isAtStart = true
    for offset in 0..<Swift.min(count, 4096) {
      if isAtStart, holds(opening, at: offset) {
        let rest = offset..<(first("\n", in: offset..<count) ?? count)
        if first(middle, in: rest) != nil { return true }
      }
      let byte = self[offset]
      isAtStart = byte == 0x0A || isAtStart && (byte == 0x20 || byte == 0x09)
    }
    return false
  }
}
