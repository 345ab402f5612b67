extension Command {
  static let pack = Command(
    name: .pack,
    summary: "write NAME_dataset.zip",
    operands: [.dataset],
    options: [
      Option(
        .output, short: "o", takes: Value("FILE", .file), "write FILE, or '-' for standard output",
        details: [
          "Writes *FILE* in place of *NAME*_dataset.zip in the current folder; `-` is standard "
            + "output. *FILE* must lie outside the dataset."
        ]),
      Option(
        .includePrivate, "pack private images too",
        details: ["Packs private images too; else they are left out and counted."]),
      .jobs,
    ] + Option.reporting,
    description: [
      "Writes a zip with one top folder *NAME*, in it the images in their class folders, "
        + "`metadata.jsonl` and a card `README.md`. It is written beside its final name and "
        + "renamed, so a reader never sees half of it and a failure leaves the old one.",
      "The same images give the same bytes, whatever the order they were added in, the number of "
        + "jobs, the user, the time or the place. Dates are 1980-01-01 or `SOURCE_DATE_EPOCH`.",
      "What is packed is what was added: if an image is missing, changed or unreadable it is "
        + "named and no archive is written.",
    ],
    examples: [
      Example("imgds pack pets", "Writes pets_dataset.zip."),
      Example("imgds pack pets -o - | ssh host 'cat > pets.zip'", "Sends the archive elsewhere."),
    ],
    exits: [
      ExitStatus("0", "The archive is there."),
      ExitStatus("1", "An image was missing, changed or unreadable, or none was left to pack."),
    ] + ExitStatus.shared)
}
