import Testing

struct SourceFileTests {
  @Test(arguments: [
    ("a // b\nc", "a     \nc"), ("a /* b\n c */ d", "a     \n      d"),
    ("/* a /* b */ c */d", "                 d"), ("f(\"x\\\"y\")", "f(      )"),
    ("f(#\"x\"y\"#)", "f(       )"),
    ("let a = \"\"\"\n  b \" c\n  \"\"\"\nd", "let a =    \n       \n     \nd"),
    ("\"// no\" + x", "        + x"), ("a / b", "a / b"), ("#if x", "#if x"),
    ("\"unended\nx", "        \nx"),
  ])
  func `comments and literals become blank`(text: String, code: String) {
    #expect(text.withoutCommentsAndLiterals == code)
  }

  @Test func `a file knows its room and its length`() {
    let file = SourceFile(path: "Sources/System/Walk/A.swift", text: "a\nb\n")
    #expect(file.room == "System")
    #expect(file.lineCount == 2)
    #expect(SourceFile(path: "Package.swift", text: "").room == "")
  }
}
