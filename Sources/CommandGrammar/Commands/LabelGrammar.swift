extension Command {
  static let label = Command(
    name: .label,
    summary: "move images to another class",
    operands: [
      .dataset,
      Operand(
        "ID", .any, .path,
        "An image: four or more leading digits of its id that fit no other, a path inside the "
          + "dataset, or `-` for ids on standard input, one a line."),
    ],
    options: [
      Option(
        .class, takes: Value("CLASS", .className), "move the images to CLASS",
        details: ["Moves the images to *CLASS*, which must exist."]),
      Option(
        .from, takes: Value("FILE.csv", .file), "read images and classes from a table",
        details: [
          "Reads images and their new classes from a CSV table (RFC 4180, UTF-8, with a header): "
            + "the column `id` or `file_name`, and `label`. Takes the place of *ID*s and `--class`."
        ]),
      Option(
        .nulSeparated, short: "0", "ids on standard input end with NUL",
        details: ["Ids on standard input end with a NUL byte in place of a newline."]),
      Option(
        .force, "relabel what others contributed too",
        details: ["Relabels images that another contributor added; else they are refused."]),
    ] + Option.reporting,
    rules: [
      .exactlyOne(of: [.class, .from]),
      .replaces(.from, operandsFrom: 1, named: "ID"),
      .needsStandardInput(.nulSeparated),
    ],
    description: [
      "Moves images to another class. An image keeps its id, so only its folder changes. A failure "
        + "of one leaves the others done and is named, with its line if it came from a table or a "
        + "list."
    ],
    examples: [
      Example("imgds label pets 3fa4c0d1 9b07 --class dog", "Moves two images to a class."),
      Example(
        "imgds list pets colour:black | imgds label pets - --class cat",
        "Moves what a search found."),
      Example("imgds label pets --from corrections.csv", "Applies a table of corrections."),
    ],
    exits: [
      ExitStatus("0", "Every image is in its class."),
      ExitStatus("1", "An image was unknown, ambiguous or another contributor's."),
    ] + ExitStatus.shared)
}
