extension Command {
  static let stats = Command(
    name: .stats,
    summary: "count classes, sizes, modes and colours",
    operands: [
      Operand(
        "PATH", .optional, .path,
        "A dataset, a tree of class folders or a packed zip; none with `--usage`.")
    ],
    options: [
      Option(
        .pixels, "read every pixel for mean and deviation",
        details: [
          "Reads every image for the exact mean and standard deviation of red, green and blue, 0 to 1: "
            + "those of all pixels together (population, pooled), as stored. Grey counts as equal red, "
            + "green and blue, 16 bits are scaled, alpha is ignored."
        ]),
      Option(
        .html, takes: Value("FILE", .file), "write a page to FILE",
        details: [
          "Writes a page of HTML to *FILE*, complete in itself, in place of text; `-` is standard "
            + "output."
        ]),
      Option(
        .usage, takes: Value("FILE", .file), "sum a usage log",
        details: [
          "Sums a log that *IMGDS_USAGE_LOG* named: runs, failures, images and seconds by user, by "
            + "command and by day (UTC)."
        ]),
      .jobs,
    ] + Option.reporting,
    rules: [
      .replace([.usage], operandsFrom: 0, named: "PATH"), .excludes(.usage, .pixels),
      .excludes(.usage, .html), .excludes(.json, .html),
    ],
    description: [
      "Counts images and bytes a class, formats, modes and orientations; gives the least, median "
        + "(of an even count the mean of the two middle ones) and largest width and height, the balance (the largest class divided by the smallest) and the dominant "
        + "colours of the set; and of the images that `add --suggest` sorted, how many are in the class "
        + "suggested first.",
      "Of a dataset the catalog alone is read, save for `--pixels`; `verify` tells whether the folders "
        + "agree with it. Private images of others are left out and counted on standard error. Of a tree "
        + "or zip every image is decoded; pictures in no class folder do not count, which is said on "
        + "standard error.",
    ],
    examples: [
      Example("imgds stats pets", "Shows a table with bars."),
      Example("imgds stats pets --json | jq .balance", "Takes one number out."),
      Example(
        "imgds stats pets --pixels --json | jq -c .pixels.mean",
        "Gives the numbers to normalise by."),
      Example("imgds stats pets --html pets.html", "Writes a page to look at."),
      Example("imgds stats --usage usage.jsonl", "Sums what was done by whom."),
    ],
    exits: [ExitStatus("0", "What is there was counted.")] + ExitStatus.shared)
}
