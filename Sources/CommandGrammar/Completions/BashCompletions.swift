/// Completions for bash 4 and later, without the bash-completion package.
enum BashCompletions {
  static var script: String {
    """
    # Completions of imgds for bash, made from its command table.

    _imgds_words() {
      mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
    }

    _imgds_list() {
      local before=''
      [[ $cur == *,* ]] && before=${cur%,*},
      compopt -o nospace 2> /dev/null
      mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
    }

    _imgds_paths() {
      compopt -o filenames 2> /dev/null
      mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
    }

    _imgds_classes() {
      local name
      while IFS= read -r name; do
        COMPREPLY+=("$(printf %q "$name")")
      done < <(cd -- "${dataset/#\\~\\//$HOME/}" 2> /dev/null && compgen -d -- "$cur")
    }

    _imgds() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
      local command='' dataset='' operands=0 word i
      COMPREPLY=()
      if [[ $cur == = ]]; then
        cur=''
      elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        [[ $word == -?* || $word == = ]] && continue
        case ${COMP_WORDS[i - 1]} in
          \(optionsWithValue.joined(separator: " | ")) | =) continue ;;
        esac
        if [[ -z $command ]]; then
          command=$word
        else
          ((operands++ == 0)) && dataset=$word
        fi
      done
      case $command:$prev in
    \(lines(valueCases, indent: 4))
      esac
      case $command:$cur in
    \(lines(optionCases, indent: 4))
      esac
      case $command:$operands in
        :*) _imgds_words '\(commandWords.joined(separator: " "))' ;;
        \(Shell.helpWord):0) _imgds_words '\(commandWords.dropLast().joined(separator: " "))' ;;
    \(lines(operandCases, indent: 4))
      esac
    }

    complete -F _imgds imgds

    """
  }

  private static let commandWords = CommandName.allCases.map(\.rawValue) + [Shell.helpWord]

  private static var optionsWithValue: [String] {
    Command.everyKnownOption.filter { $0.value != nil }.flatMap(spellings)
  }

  private static var valueCases: [String] {
    CommandName.allCases.flatMap { name in
      Command(name).options.compactMap { option in
        option.value.map { value in
          let places = spellings(of: option).map { "\(name.rawValue):\($0)" }
          return "\(places.joined(separator: " | "))) \(offer(value.kind)); return ;;"
        }
      }
    }
  }

  private static var optionCases: [String] {
    func row(_ command: String, _ options: [Option]) -> String {
      let words = options.flatMap(spellings).joined(separator: " ")
      return "\(command):-*) _imgds_words '\(words)'; return ;;"
    }
    return [row("", Command.universal)]
      + CommandName.allCases.map { row($0.rawValue, Command($0).everyOption) }
  }

  private static var operandCases: [String] {
    CommandName.allCases.flatMap { name in
      Command(name).operands.enumerated().map { place, operand in
        "\(name.rawValue):\(operand.count == .one ? String(place) : "*")) \(offer(operand.kind)) ;;"
      }
    }
  }

  private static func spellings(of option: Option) -> [String] {
    [option.name.spelling] + (option.short.map { ["-\($0)"] } ?? [])
  }

  private static func offer(_ kind: WordKind) -> String {
    switch kind {
    case .text, .number, .size, .share: "true"
    case .className: "_imgds_classes"
    case .path, .file: "_imgds_paths -f"
    case .folder: "_imgds_paths -d"
    case .choice(let words): "_imgds_words '\(words.joined(separator: " "))'"
    case .list(let words): "_imgds_list '\(words.joined(separator: " "))'"
    }
  }

  private static func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
