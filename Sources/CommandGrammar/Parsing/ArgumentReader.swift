import ByteText

/// Takes a command line apart, word by word, in the manner of getopt_long(3).
///
/// Long names are never abbreviated: a script must not break when an option is added.
struct ArgumentReader {
  /// One thing said on the command line.
  enum Argument {
    case operand(ByteString)
    case option(Option, spelledShort: Bool, value: ByteString?)
  }

  /// The options known here.
  let options: [Option]
  /// Whose help faults point to.
  let command: CommandName?
  private let words: [ByteString]
  private var next = 0
  private var letters: ArraySlice<UInt8> = []
  private var onlyOperands = false

  init(_ words: [ByteString], options: [Option], command: CommandName?) {
    self.words = words
    self.options = options
    self.command = command
  }

  /// The place of the word that the last argument began in.
  private(set) var place = 0

  /// The next argument, or nil at the end.
  mutating func argument() throws(UsageError) -> Argument? {
    if !letters.isEmpty { return try bundledOption() }
    guard next < words.count else { return nil }
    place = next
    let word = words[next]
    next += 1
    if onlyOperands || word.count < 2 || word.bytes[0] != UInt8(ascii: "-") {
      return .operand(word)
    }
    if word == "--" {
      onlyOperands = true
      return try argument()
    }
    if word.hasPrefix("--") { return try longOption(word) }
    letters = word.bytes.dropFirst()
    return try bundledOption()
  }

  private mutating func longOption(_ word: ByteString) throws(UsageError) -> Argument {
    let equals = word.bytes.firstIndex(of: UInt8(ascii: "="))
    let name = ByteString(word.bytes[2..<(equals ?? word.count)])
    guard let option = option(named: name) else {
      throw UnknownOption(name, spelled: "--" + name, command: command).error(among: options)
    }
    let attached = equals.map { ByteString(word.bytes[($0 + 1)...]) }
    guard option.value != nil else {
      guard attached == nil else { throw fault("'\(option.name.spelling)' takes no value") }
      return .option(option, spelledShort: false, value: nil)
    }
    let value = if let attached { attached } else { try separateValue(of: option) }
    return .option(option, spelledShort: false, value: try checked(value, of: option))
  }

  private mutating func bundledOption() throws(UsageError) -> Argument {
    let word = words[place]
    let letter = letters.removeFirst()
    guard let option = options.first(where: { $0.short?.asciiValue == letter }) else {
      throw UnknownOption(
        ByteString(word.bytes.dropFirst()),
        spelled: letter < 0x80 ? ByteString([0x2D, letter]) : word,
        command: command
      ).error(among: options)
    }
    guard option.value != nil else { return .option(option, spelledShort: true, value: nil) }
    let attached = letters.first == UInt8(ascii: "=") ? letters.dropFirst() : letters
    let value = letters.isEmpty ? try separateValue(of: option) : ByteString(attached)
    letters = []
    return .option(option, spelledShort: true, value: try checked(value, of: option))
  }

  /// The word behind an option as its value; another option there is a forgotten value far more
  /// often than a value, so that one must be attached to be taken.
  private mutating func separateValue(of option: Option) throws(UsageError) -> ByteString {
    let name = option.name.spelling
    guard next < words.count else {
      throw fault("'\(name)' needs a value, \(option.value?.placeholder ?? "")")
    }
    let word = words[next]
    let looksLikeOption =
      word == "--" || options.contains { ByteString($0.name.spelling) == word }
    guard !looksLikeOption else {
      throw UsageError(
        "'\(name)' needs a value (write '\(name)=\(word.displayed)' if that is meant)")
    }
    next += 1
    return word
  }

  private func checked(_ value: ByteString, of option: Option) throws(UsageError) -> ByteString {
    if let wrong = option.value?.kind.fault(in: value) {
      throw fault("'\(option.name.spelling)' \(wrong)")
    }
    return value
  }

  private func option(named name: ByteString) -> Option? {
    options.first { ByteString($0.name.rawValue) == name }
  }

  private func fault(_ message: String) -> UsageError {
    UsageError(message, see: command)
  }
}
