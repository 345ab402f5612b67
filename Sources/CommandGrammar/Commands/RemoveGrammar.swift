extension Command {
  static let remove = Command(
    name: .remove,
    summary: "remove images",
    operands: [.dataset, .images],
    options: [
      .found("remove"),
      Option(
        .dryRun, short: "n", "report, but change nothing",
        details: ["Prints the same report and ends with the same status, but changes nothing."]),
      Option(
        .purge, "take the images out of the catalog's history, too",
        details: [
          "Takes every line about the images out of the catalog, too, which is written anew at once: "
            + "their paths, contributors, colours and digests are gone. What stays is that an image "
            + "was purged, by whom and when. It works on images that were removed before, too. "
            + "Archives, backups and the bytes on the disk are not its business."
        ]),
      .nulSeparated, .force("Removes"),
    ] + Option.reporting,
    rules: [
      .replace([.where], operandsFrom: 1, named: "ID"), .needsStandardInput(.nulSeparated),
    ],
    description: [
      "Removes images from their class folders. Who removed what, and when, stays in the catalog. An "
        + "image that is gone already is *absent*, which is no error, and nothing else is touched; an "
        + "id or path that the catalog never knew is refused, unless it may be one that was purged. "
        + "The removal is recorded before the file goes; what a killed run recorded and left, the "
        + "same command again removes.",
      "Where someone copied an image into another class and the recorded copy is removed, the image is "
        + "of that class from then on, and keeps its labels, description, owner and visibility; that "
        + "is told and recorded as `label` would. It goes with its last copy.",
      "To keep a picture elsewhere, copy it before: there is no way back but adding it again.",
    ],
    examples: [
      Example("imgds remove pets 3fa4c0d1", "Removes one image."),
      Example(
        "imgds remove pets --where class:cat --where width<32 --dry-run",
        "Shows what a search would remove."),
      Example("imgds remove pets 3fa4c0d1 --purge", "Removes an image and every trace of it."),
    ],
    exits: [
      ExitStatus("0", "None of the images is there."),
      ExitStatus("1", "An image was unknown, ambiguous or another contributor's."),
    ] + ExitStatus.shared)
}
