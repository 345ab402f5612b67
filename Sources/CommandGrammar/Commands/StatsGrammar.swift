extension Command {
  static let stats = Command(
    name: .stats,
    summary: "count classes, sizes, modes and colours",
    operands: [
      Operand("PATH", .one, .path, "A dataset.")
    ],
    options: Option.reporting,
    description: [
      "Counts images and bytes a class, formats, modes and orientations; gives the least, median "
        + "and largest width and height, the balance (the largest class divided by the smallest) and the dominant "
        + "colours of the set.",
      "The catalog alone is read; `verify` tells whether the folders agree with it. Private images "
        + "of others are left out and counted on standard error.",
    ],
    examples: [
      Example("imgds stats pets", "Shows a table with bars."),
      Example("imgds stats pets --json | jq .balance", "Takes one number out."),
    ],
    exits: [ExitStatus("0", "The dataset was read.")] + ExitStatus.shared)
}
