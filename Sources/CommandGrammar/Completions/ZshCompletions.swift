/// Completions for zsh, for `$fpath` or `source`.
enum ZshCompletions {
  static var script: String {
    """
    #compdef imgds
    # Completions of imgds for zsh, made from its command table.

    _imgds_classes() {
      local -a operands=(${words[2,-1]:#-*})
      compadd -- ${~${(Q)operands[1]}}/*(-/N:t)
    }

    _imgds_commands() {
      local -a commands=(
    \(commands)
      )
      _describe -t commands command commands
    }

    _imgds() {
      local curcontext=$curcontext state line
      typeset -A opt_args
      _arguments -C \\
    \(specifications(of: Command.universal, indent: 4)) \\
        '1:command:_imgds_commands' \\
        '*:: :->argument'
      [[ $state == argument ]] || return
      case $words[1] in
    \(cases)
        \(Shell.helpWord)) _arguments '1:command:_imgds_commands' ;;
      esac
    }

    if [[ $funcstack[1] == _imgds ]]; then
      _imgds "$@"
    else
      compdef _imgds imgds
    fi

    """
  }

  private static var commands: String {
    let rows = CommandName.allCases.map { ($0.rawValue, Command($0).summary) }
    return (rows + [(Shell.helpWord, Shell.helpSummary)])
      .map { "    " + Shell.quoted("\($0):\($1)") }.joined(separator: "\n")
  }

  private static var cases: String {
    CommandName.allCases.map { name in
      let command = Command(name)
      let places = command.operands.enumerated().map { place, operand in
        let position = operand.count == .one ? String(place + 1) : "*"
        return "        "
          + Shell.quoted("\(position):\(operand.placeholder):\(action(operand.kind))")
      }
      let rows = [specifications(of: command.everyOption, indent: 8)] + places
      return """
            \(name.rawValue))
              _arguments -s \\
        \(rows.joined(separator: " \\\n"))
              ;;
        """
    }.joined(separator: "\n")
  }

  private static func specifications(of options: [Option], indent: Int) -> String {
    options.map { String(repeating: " ", count: indent) + specification(of: $0) }
      .joined(separator: " \\\n")
  }

  /// `'(-o --output)'{-o+,--output=}'[summary]:FILE:_files'`, as `_arguments` wants it.
  private static func specification(of option: Option) -> String {
    let long = option.name.spelling
    let meaning = "[\(escaped(option.summary))]"
    guard let value = option.value else {
      guard let short = option.short else { return Shell.quoted(long + meaning) }
      return "'(-\(short) \(long))'{-\(short),\(long)}\(Shell.quoted(meaning))"
    }
    let taken = "\(meaning):\(value.placeholder):\(action(value.kind))"
    guard let short = option.short else { return Shell.quoted("\(long)=\(taken)") }
    return "'(-\(short) \(long))'{-\(short)+,\(long)=}\(Shell.quoted(taken))"
  }

  private static func action(_ kind: WordKind) -> String {
    switch kind {
    case .text, .number, .size, .share: " "
    case .className: "_imgds_classes"
    case .path, .file: "_files"
    case .folder: "_files -/"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .list(let words): "_values -s , word \(words.joined(separator: " "))"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
