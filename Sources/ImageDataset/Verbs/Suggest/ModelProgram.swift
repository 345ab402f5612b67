internal import ByteText
internal import System

/// An outside program that is asked for classes instead of the built-in learner.
///
/// It is started once and spoken to in JSON lines. It reads `{"type":"picture","path":PATH}` for each
/// picture (a path that is no UTF-8 also stands exactly in `path_base64`), and answers in the same order
/// `{"classes":[{"class":NAME,"score":S},…]}` with scores of 0…1. It may read ahead and answer late; its
/// input ends with the last picture.
final class ModelProgram {
  private static let longestAnswer = 8 << 20

  private let process: ChildProcess
  private var outgoing: [UInt8] = []
  private var incoming: [UInt8] = []
  private var asked: [ByteString] = []
  private var hasEnded = false

  init(_ command: ByteString) throws(DatasetError) {
    do {
      process = try ChildProcess(shell: command)
    } catch {
      throw .system(error)
    }
  }

  /// Asks about a picture; the answer comes later.
  func ask(_ path: ByteString) throws(DatasetError) {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "picture")
      json.member("path", bytes: path)
    }
    outgoing += json.bytes + [0x0A]
    asked.append(path)
    if outgoing.count > 1 << 16 { try exchange(waits: false) }
  }

  /// The next answer in the order of the questions, best class first, if it is there already.
  func answerIfReady() throws(DatasetError) -> [Suggestion]? {
    try exchange(waits: false)
    return try takeAnswer()
  }

  /// The next answer in the order of the questions, waited for.
  ///
  /// No more may be asked from then on.
  func answer() throws(DatasetError) -> [Suggestion] {
    while true {
      if let answer = try takeAnswer() { return answer }
      guard !hasEnded else { throw failure(ended(before: asked.first)) }
      if outgoing.isEmpty { process.closeInput() }
      try exchange(waits: outgoing.isEmpty)
    }
  }

  /// Waits for the program to end, which must have said all it was asked for and no more.
  func finish() throws(DatasetError) {
    process.closeInput()
    outgoing = []
    while !hasEnded, Interrupt.received == nil { try exchange(waits: true) }
    guard incoming.allSatisfy({ $0 == 0x0A || $0 == 0x20 }) else {
      throw failure("it answered more than it was asked: \(Self.shown(incoming))")
    }
    let end = process.wait()
    // Whatever ended the program then, it was asked to.
    guard Interrupt.received == nil else { return }
    switch end {
    case .status(0): return
    case let end: throw failure("it ended with \(end.words)")
    }
  }

  private func exchange(waits: Bool) throws(DatasetError) {
    guard !hasEnded else { return }
    do {
      if let said = try process.exchange(&outgoing, waitsForAnswer: waits) {
        incoming += said
      } else {
        hasEnded = true
      }
    } catch {
      throw .system(error)
    }
    guard incoming.count <= Self.longestAnswer || incoming.contains(0x0A) else {
      throw failure("an answer is longer than 8 MiB")
    }
  }

  private func takeAnswer() throws(DatasetError) -> [Suggestion]? {
    guard !asked.isEmpty, let end = incoming.firstIndex(of: 0x0A) else { return nil }
    let line = Array(incoming[..<end])
    incoming.removeFirst(end + 1)
    let source = asked.removeFirst()
    guard let answer = Self.suggestions(line) else {
      throw failure(
        "it answered for '\(source.displayed)' what is no JSON object with 'classes' of 'class' and "
          + "'score' (0 to 1): \(Self.shown(line))")
    }
    return answer
  }

  private static func suggestions(_ line: [UInt8]) -> [Suggestion]? {
    var slice: JSONSlice?
    let isObject = JSONScanner.object(line.span) { key, value in
      if JSONScanner.key(line.span, key, is: "classes") { slice = value }
    }
    guard isObject, let slice, let list = Suggestion.list(slice, of: line.span),
      list.allSatisfy({ (0...1).contains($0.score) })
    else { return nil }
    return list.enumerated().sorted {
      (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset)
    }.map(\.element)
  }

  private func ended(before source: ByteString?) -> String {
    let words = process.wait().words
    return "it ended with \(words) before it had answered for '\(source?.displayed ?? "")'"
  }

  private func failure(_ words: String) -> DatasetError {
    .program(process.command, words)
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    let text = ByteString(bytes.prefix(80)).displayed
    return "'\(text)\(bytes.count > 80 ? "…" : "")'"
  }
}

extension ChildProcess.End {
  fileprivate var words: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let signal): "signal \(signal)"
    }
  }
}
