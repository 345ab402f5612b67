extension Command {
  static let label = Command(
    name: .label,
    summary: "change classes, labels, descriptions and visibility",
    operands: [.dataset, .images],
    options: changes + [
      Option(
        .from, takes: Value("FILE.csv", .file), "read images and classes from a table",
        details: [
          "Reads images and their new classes from a CSV table (RFC 4180, UTF-8, with a header): "
            + "the column `id` or `file_name`, and `label`. Takes the place of *ID*s and `--class`; "
            + "the other changes are made to each image of the table."
        ]),
      .found("change"), .nulSeparated, .force("Changes"),
    ] + Option.reporting,
    rules: [
      .atLeastOne(of: [.class, .from, .also, .drop, .describe, .public, .private]),
      .excludes(.class, .from), .excludes(.public, .private),
      .replace([.from, .where], operandsFrom: 1, named: "ID"),
      .needsStandardInput(.nulSeparated),
    ],
    description: [
      "Changes what is said of images. An image keeps its id, so that of another class only its "
        + "folder changes; extra labels and the description are in the catalog alone, and in the "
        + "metadata that `pack` writes. A failure of one leaves the others done and is named, with "
        + "its line if it came from a table or a list.",
      "A private image is one that the catalog calls private. Its mode is 0600; it is not packed "
        + "without `--include-private`, nor listed and counted for other contributors. It is "
        + "recorded before it is hidden and shown before it is recorded as public, so that it is "
        + "never packed by mistake.",
    ],
    examples: [
      Example("imgds label pets 3fa4c0d1 9b07 --class dog", "Moves two images to a class."),
      Example(
        "imgds list pets colour:black | imgds label pets - --class cat",
        "Moves what a search found."),
      Example("imgds label pets --from corrections.csv", "Applies a table of corrections."),
      Example(
        "imgds label pets --where class:cat --where width>=512 --also large",
        "Gives an extra label to what a search finds."),
      Example("imgds label pets 3fa4 --private --describe Mine", "Hides and describes one image."),
    ],
    exits: [
      ExitStatus("0", "Every image is as it was asked to be."),
      ExitStatus("1", "An image was unknown, ambiguous or another contributor's."),
    ] + ExitStatus.shared)

  private static let changes = [
    Option(
      .class, takes: Value("CLASS", .className), "move the images to CLASS",
      details: ["Moves the images to *CLASS*, which must exist."]),
    Option(
      .also, takes: Value("LABEL", .text), "give the images an extra label",
      details: [
        "Gives the images an extra label, beside their class. May be given several times. A label is "
          + "1 to 255 bytes of UTF-8 without commas and control characters."
      ]),
    Option(
      .drop, takes: Value("LABEL", .text), "take an extra label away",
      details: ["Takes an extra label away. May be given several times."]),
    Option(
      .describe, takes: Value("TEXT", .text), "describe the images",
      details: ["Describes the images; an empty *TEXT* takes the description away."]),
    Option(
      .public, "make the images public",
      details: ["Makes the images public: mode 0644, and packed."]),
    Option(
      .private, "make the images private",
      details: ["Makes the images private: mode 0600, and left out by `pack`."]),
  ]
}
