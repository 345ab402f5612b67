/// Completions for fish 3 and later.
enum FishCompletions {
  static var script: String {
    """
    # Completions of imgds for fish, made from its command table.

    function __imgds_classes
        set -l operands (string match --invert -- '-*' (commandline -opc))
        test -d "$operands[3]"; or return
        string replace --regex '^.*/([^/]+)/$' '$1' -- $operands[3]/*/
    end

    function __imgds_list
        set -l before (commandline -ct | string replace --regex '^--[^=]*=' '')
        printf '%s\\n' (string replace --regex '[^,]*$' '' -- $before)$argv
    end

    complete -c imgds -f
    \(rows.joined(separator: "\n"))

    """
  }

  private static var rows: [String] {
    let words = CommandName.allCases.map(\.rawValue)
    return CommandName.allCases.map { commandRow($0.rawValue, Command($0).summary) }
      + [
        commandRow(Shell.helpWord, Shell.helpSummary),
        "\(line(for: Shell.helpWord)) -a '\(words.joined(separator: " "))'",
      ]
      + Command.universal.map { "complete -c imgds\(switches(of: $0))" }
      + CommandName.allCases.flatMap { name in
        Command(name).options.map { line(for: name.rawValue) + switches(of: $0) }
          + Command(name).operands.compactMap { operandRow(name.rawValue, $0.kind) }
      }
  }

  private static func commandRow(_ word: String, _ summary: String) -> String {
    "complete -c imgds -n __fish_use_subcommand -a \(word) -d \(quoted(summary))"
  }

  private static func line(for command: String) -> String {
    "complete -c imgds -n '__fish_seen_subcommand_from \(command)'"
  }

  private static func operandRow(_ command: String, _ kind: WordKind) -> String? {
    offer(kind).map { line(for: command) + " " + $0 }
  }

  private static func switches(of option: Option) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let taken = option.value.map { offer($0.kind).map { " -r \($0)" } ?? " -x" } ?? ""
    return "\(short) -l \(option.name.rawValue)\(taken) -d \(quoted(option.summary))"
  }

  /// What makes fish offer words of a kind; nil where it has nothing to offer.
  private static func offer(_ kind: WordKind) -> String? {
    switch kind {
    case .text, .number, .size, .share: nil
    case .className: "-f -a '(__imgds_classes)'"
    case .path, .file: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .choice(let words): "-a '\(words.joined(separator: " "))'"
    case .list(let words): "-f -a '(__imgds_list \(words.joined(separator: " ")))'"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
