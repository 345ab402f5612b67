extension Command {
  static let log = Command(
    name: .log,
    summary: "tell what was done to a dataset, by whom and when",
    operands: [.dataset],
    options: [
      Option(
        .by, takes: Value("NAME", .text), "tell what NAME did",
        details: ["Tells what the contributor *NAME* did, compared as exact bytes."]),
      Option(
        .since, takes: Value("TIME", .text), "tell what was done at TIME or later",
        details: [
          "Tells what was done at *TIME* or later: a date, whose day in UTC begins it, or a date and "
            + "time as in 2026-01-31T12:00:00Z (RFC 3339)."
        ]),
      Option(
        .until, takes: Value("TIME", .text), "tell what was done until TIME",
        details: ["Tells what was done until *TIME*, all of that day or second included."]),
      Option(
        .image, takes: Value("ID", .path), "tell one image's life",
        details: [
          "Tells one image's life, from the file it came from to its removal: *ID* is four or more "
            + "leading digits that fit no other image there is or was, or a path."
        ]),
    ] + Option.reporting,
    description: [
      "Tells what was done, the oldest first: `made` and `changed` of the dataset and its card; "
        + "`class-added` `class-removed` `class-renamed` `class-described`; `added` `labelled` "
        + "`visibility` `described` `removed` of an image; `purged` of one of which nothing else is kept; "
        + "`merged` of a dataset that was taken in. JSON has one `event` a line, whose `from` is the file "
        + "an image was added from, the class it was moved from, or a class's old name; extra labels, "
        + "descriptions and whether `--force` was given stand in the text alone, and in the catalog.",
      "The catalog alone is read, so that what was done by other means (mv, rm) is not told. Lines of "
        + "types that this version does not know are passed over; what is no record is told of on "
        + "standard error.",
    ],
    examples: [
      Example("imgds log pets", "Tells everything."),
      Example("imgds log pets --image 3fa4c0d1", "Tells one image's life."),
      Example(
        "imgds log pets --by ann --since 2026-01-01 --until 2026-01-31",
        "Tells what ann did in January."),
    ],
    exits: [ExitStatus("0", "The catalog was read, whatever was found.")] + ExitStatus.shared)
}
