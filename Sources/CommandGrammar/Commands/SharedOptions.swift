/// Options that mean the same in several commands.
extension Option {
  static let json = Option(
    .json, "print JSON, one object a line",
    details: [
      "Prints JSON, one object a line, in place of text. Every object has a `type`; keys come in a "
        + "fixed order. Bytes that are no UTF-8 appear as U+FFFD, and exactly, in base64, under a "
        + "second key ending in `_base64`."
    ])

  static let quiet = Option(
    .quiet, short: "q", "show no progress and no summary",
    details: [
      "Shows no progress bar, no summary, and nothing of what went well. What was refused or found "
        + "is still told, notes excepted."
    ])

  static let reporting = [json, quiet]

  static let jobs = Option(
    .jobs, short: "j", takes: Value("N", .number(1...1_024)), "work on N images at once",
    details: [
      "Works on *N* images at once; the default is the number of processors the process may use. "
        + "Output and order of results are the same whatever *N* is."
    ])

  static let maxPixels = Option(
    .maxPixels, takes: Value("N", .number(1...Int.max)), "refuse images of more than N pixels",
    details: [
      "Refuses images of more than *N* pixels, before they are decoded. The default is "
        + "178,956,970."
    ])
}
