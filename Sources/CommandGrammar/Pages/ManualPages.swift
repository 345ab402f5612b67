/// The manual as files for `man/`.
package enum ManualPages {
  /// Every page with the name of its file, the main one first.
  package static func all() -> [(fileName: String, text: String)] {
    pages.map { ("\($0.name).\($0.chapter)", Roff.render($0)) }
  }

  static var pages: [Page] {
    [.main] + CommandName.allCases.map { Page(Command($0)) } + [.integrity, .promises]
  }
}
