extension Command {
  static let merge = Command(
    name: .merge,
    summary: "take other datasets into one",
    operands: [
      .dataset,
      Operand("PART", .oneOrMore, .folder, "A dataset to take in; it stays as it is."),
    ],
    options: [.jobs, .maxPixels] + Option.reporting,
    description: [
      "Joins datasets that were built apart, on other machines or by other jobs. Images keep their "
        + "class, extra labels, description, contributor, visibility and time. Their bytes are hashed "
        + "again; what was found out of them is taken over, and only images that the *PART*'s own "
        + "catalog lacks are decoded.",
      "Every image of a *PART* is reported: *added*; *duplicate* if the class holds it already, which "
        + "then stays as it is; or *refused*, as `conflict` if it lies in another class here. The "
        + "card, and what is noted of classes, fill gaps alone.",
      "The same command run again finishes what an interrupted one began.",
    ],
    examples: [
      Example("imgds merge pets pets-ann pets-bob", "Takes in what two people collected."),
      Example("imgds init all && imgds merge all job-*/pets", "Joins what parallel jobs built."),
    ],
    exits: [
      ExitStatus("0", "Every image was added or was there already."),
      ExitStatus("1", "An image was refused."),
    ] + ExitStatus.shared)
}
