/// The page of `imgds` as a whole.
extension Page {
  /// What `man imgds` and `imgds --help` show.
  static var main: Page {
    Page(
      name: "imgds", chapter: 1, summary: mainSummary,
      sections: [
        Section(
          title: "SYNOPSIS",
          blocks: [.usage("`imgds` *COMMAND* *DATASET* [*ARGUMENT*...] [*OPTION*...]")]),
        Section(title: "DESCRIPTION", blocks: description.map(Block.paragraph)),
        Section(title: "COMMANDS", blocks: commands),
        Section(title: "GLOBAL OPTIONS", blocks: globalOptions),
        Section(title: "EXIT STATUS", blocks: exits.map(Block.init)),
        Section(title: "ENVIRONMENT", blocks: environment),
        Section(title: "FILES", blocks: files),
        Section(title: "EXAMPLES", blocks: examples.map(Block.init)),
        Section(
          title: "SEE ALSO",
          blocks: [
            .usage(
              (CommandName.allCases.map { "`imgds-\($0.rawValue)`(1)" } + ["`imgds-integrity`(7)"])
                .joined(separator: ", "))
          ]),
      ])
  }

  static let mainSummary = "build image-classification datasets from folders of pictures"

  private static let description = [
    "A dataset is a folder of class folders of images, as torchvision, Keras, Hugging Face and "
      + "others load it, with one file beside them: the catalog `.imgds.jsonl`. `imgds` takes "
      + "pictures in, checks every one by decoding it, names its colours, finds what is broken or "
      + "there twice, and packs the set into one zip whose bytes depend on nothing but the images.",
    "Options stand anywhere, also before the command; `--` ends them. `--name` *VALUE* and "
      + "`--name=`*VALUE* are the same, and letters bundle: `-q0`. Names are never abbreviated. An "
      + "option given twice counts as given last. `imgds help` *COMMAND* shows a command's page.",
    "Data goes to standard output; messages and progress go to standard error. Control characters "
      + "in names are never sent raw to a terminal.",
  ]

  private static var commands: [Block] {
    CommandName.allCases.map { name in
      let command = Command(name)
      let sentence = command.summary.prefix(1).uppercased() + command.summary.dropFirst() + "."
      return .definition(term: command.synopsis, [sentence])
    }
  }

  private static var globalOptions: [Block] {
    [
      .paragraph(
        "Every command takes `--help` and `--version`; all that work on a dataset take the others.")
    ] + (Option.reporting + Command.universal).map(Block.init)
  }

  private static let exits =
    [
      ExitStatus("0", "Done."),
      ExitStatus("1", "Done, but something was refused or found."),
    ] + ExitStatus.shared

  private static let environment: [Block] = [
    .definition(
      term: "`IMGDS_USER`",
      ["Who adds and changes, for the catalog. The default is the name of the OS account."]),
    .definition(
      term: "`SOURCE_DATE_EPOCH`",
      ["The date that `pack` gives to every entry, in seconds since 1970; else 1980-01-01."]),
    .definition(
      term: "`NO_COLOR`",
      ["If set and not empty, nothing is coloured. So it is when `TERM` is `dumb`."]),
    .definition(
      term: "`IMGDS_USAGE_LOG`",
      [
        "A file to which every command appends one line of JSON, for `imgds stats --usage`: time, user, "
          + "command, dataset, exit status, seconds and images. If it cannot be written, a warning is "
          + "all that comes of it."
      ]),
    .definition(
      term: "`COLUMNS`", ["The width of the terminal, where the terminal does not tell."]),
  ]

  private static let files: [Block] = [
    .definition(
      term: "*DATASET*/.imgds.jsonl",
      [
        "The catalog: one JSON object a line, appended to, readable by `jq`. It says what was done "
          + "to each image, by whom and when."
      ]),
    .definition(
      term: "*DATASET*/*CLASS*/*ID*.jpg, *DATASET*/*CLASS*/*ID*.png",
      [
        "The images. *ID* is the first 16 hex digits of the SHA-256 of the file's bytes."
      ]),
    .definition(
      term: "*NAME*_dataset.zip", ["What `pack` writes, into the current folder."]),
  ]

  static let examples = [
    Example("imgds init pets cat dog", "Makes a dataset of two classes."),
    Example("imgds add pets ~/Pictures/cats --class cat", "Takes in a folder."),
    Example("imgds verify pets && imgds pack pets", "Checks everything and writes the zip."),
  ]
}
