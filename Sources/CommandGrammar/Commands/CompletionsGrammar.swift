extension Command {
  static let completions = Command(
    name: .completions,
    summary: "print completions for a shell",
    operands: [
      Operand("SHELL", .one, .choice(Shell.allCases.map(\.rawValue)), "`bash`, `zsh` or `fish`.")
    ],
    options: [],
    description: [
      "Prints a script that completes commands, options and their values in the named shell."
    ],
    examples: [
      Example("source <(imgds completions bash)", "For this bash; a line for ~/.bashrc."),
      Example(
        "imgds completions zsh > ~/.zfunc/_imgds", "For zsh, in a folder that is in $fpath."),
      Example(
        "imgds completions fish > ~/.config/fish/completions/imgds.fish", "For fish, for good."),
    ],
    exits: [
      ExitStatus("0", "The script was printed."), .wrongUsage,
      ExitStatus("3", "Standard output could not be written."),
    ])
}
