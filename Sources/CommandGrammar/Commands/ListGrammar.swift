extension Command {
  static let list = Command(
    name: .list,
    summary: "list images, all or those that fit",
    operands: [
      .dataset,
      Operand(
        "TERM", .any, .text,
        "What images must fit: `class:NAME`, `id:DIGITS`, `format:jpeg` or `format:png`, "
          + "`colour:NAME`, `is:public` or `is:private`."),
    ],
    options: [
      Option(
        .nulSeparated, short: "0", "end each path with NUL",
        details: ["Ends each path with a NUL byte in place of a newline, for `xargs -0`."])
    ] + Option.reporting,
    rules: [.excludes(.json, .nulSeparated)],
    description: [
      "Prints the images of a dataset: a table on a terminal, else one path "
        + "*DATASET*/*CLASS*/*ID*.*EXT* a line.",
      "Separate terms narrow: an image must fit all of them. Commas within a term widen: it must "
        + "fit one. `class:` and `id:` compare exact bytes. `colour:` fits the largest dominant "
        + "colour, or one that covers a quarter of the image; its twelve basic names are red orange "
        + "yellow green cyan blue purple pink brown black grey white.",
      "The catalog alone is read; `verify` tells whether the folders agree with it. Private images "
        + "of others are left out and counted on standard error.",
    ],
    examples: [
      Example("imgds list pets", "Lists every image."),
      Example(
        "imgds list pets class:cat,class:dog colour:black",
        "Lists the black ones of two classes."),
      Example("imgds list pets format:png -0 | xargs -0 file", "Hands paths to another program."),
    ],
    exits: [ExitStatus("0", "Every sound record was looked at, whether any fits or not.")]
      + ExitStatus.shared)
}
