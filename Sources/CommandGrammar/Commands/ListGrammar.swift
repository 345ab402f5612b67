extension Command {
  static let list = Command(
    name: .list,
    summary: "list images, all or those that fit",
    operands: [
      .dataset,
      Operand(
        "TERM", .any, .text,
        "What images must fit: words, `class:NAME`, `colour:NAME`, `width>=512` and the like, see "
          + "below."),
    ],
    options: [
      Option(
        .like, takes: Value("ID|FILE", .file), "list the images most like a picture first",
        details: [
          "Lists the nearest images first, by how many of the 64 bits of their fingerprints differ "
            + "from those of a picture: an image of the dataset, named by four or more leading digits "
            + "of its id, or any JPEG or PNG file. JSON tells the bits as `distance`."
        ]),
      Option(
        .sort,
        takes: Value(
          "KEY",
          .choice([
            "added", "by", "bytes", "class", "format", "height", "id", "mode", "source", "width",
          ])),
        "sort by KEY",
        details: [
          "Sorts by `added`, `by`, `bytes`, `class`, `format`, `height`, `id`, `mode`, `source` or "
            + "`width`, least first; equal ones, and all without this option, come in the order they "
            + "were added."
        ]),
      Option(.reverse, "turn the order round", details: ["Turns the order round."]),
      Option(
        .limit, takes: Value("N", .number(0...Int.max)), "list N images at most",
        details: ["Lists the first *N* images at most."]),
      Option(
        .tags, "list the terms that occur, with counts",
        details: [
          "Lists terms in place of images: the colours, classes, labels and contributors that occur "
            + "in the images that fit, each with how many of them it finds."
        ]),
      Option(
        .nulSeparated, short: "0", "end each path with NUL",
        details: ["Ends each path with a NUL byte in place of a newline, for `xargs -0`."]),
    ] + Option.reporting,
    rules: [
      .excludes(.json, .nulSeparated), .excludes(.like, .sort), .excludes(.tags, .like),
      .excludes(.tags, .sort), .excludes(.tags, .reverse), .excludes(.tags, .limit),
      .excludes(.tags, .nulSeparated),
    ],
    description: [
      "Prints the images of a dataset: a table on a terminal, whose words can be given back as terms, "
        + "else one path *DATASET*/*CLASS*/*ID*.*EXT* a line.",
      "Separate terms narrow: an image must fit all of them. Commas within a term widen: it must "
        + "fit one. There is no negation. `\\,` is a comma, `\\u{202e}` the character of that number, as "
        + "tables show one that cannot be seen, and `\"...\"` groups what holds commas or spaces.",
    ] + Command.terms + [
      "The catalog alone is read; `verify` tells whether the folders agree with it. Private images "
        + "of others are left out, and counted on standard error whether they fit or not."
    ],
    examples: [
      Example("imgds list pets", "Lists every image."),
      Example(
        "imgds list pets class:cat,class:dog colour:black",
        "Lists the black ones of two classes."),
      Example("imgds list pets blue 'width>=512' --sort bytes", "Lists large blue ones by size."),
      Example(
        "imgds list pets --like photo.jpg --limit 5", "Lists the five that look most like a photo."),
      Example("imgds list pets --tags", "Shows what can be searched for."),
      Example("imgds list pets format:png -0 | xargs -0 file", "Hands paths to another program."),
    ],
    exits: [ExitStatus("0", "Every sound record was looked at, whether any fits or not.")]
      + ExitStatus.shared)

  /// What terms mean, for every command that takes them.
  static let terms = [
    "A bare word stands whole, whatever its case, in the name of a colour, the class, a label, the "
      + "description or the contributor, never in the middle of another word; of hex digits, eight or "
      + "more, it may be the beginning of an id. Several words in one term stand in a row.",
    "`class:` `label:` `by:` compare exact bytes, `id:` the leading digits. `suggested:` is the class "
      + "a model took the image for. `source:` is the path it was added from, or whole parts of it in a "
      + "row. `format:` is jpeg or png; `mode:` is the stored mode, as rgb8; `size:` is *WIDTH*x*HEIGHT*. "
      + "`is:` is public, private or suggested.",
    "`colour:` fits the largest dominant colour, or one that covers a quarter of the image; "
      + "`colour:red>=0.3` says otherwise. Twelve basic names, red orange yellow green cyan blue purple "
      + "pink brown black grey white, find finer ones too: `colour:blue` finds navy. `colour:#1e90ff` "
      + "finds what an eye does not tell from it.",
    "`width` `height` `bytes` `orientation` `added` are compared by `>=` `>` `<=` `<` `=`: `width>=512`, "
      + "`bytes<1MB`, `added>=2026-01-31`. A date is a whole day in UTC.",
  ]
}
