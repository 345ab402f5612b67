extension Command {
  static let initialise = Command(
    name: .initialise,
    summary: "make a dataset and its classes",
    operands: [
      Operand(
        "DATASET", .one, .folder,
        "The folder to make; its name is the dataset's name. It may exist if it is empty."),
      Operand("CLASS", .any, .text, "A class to make: a folder in the dataset."),
    ],
    options: [
      Option(
        .description, takes: Value("TEXT", .text), "say what the dataset holds",
        details: ["Says what the dataset holds, for the card that `pack` writes."]),
      Option(
        .license, takes: Value("NAME", .text), "name the license",
        details: ["Names the license, for the card: `cc-by-4.0`, `apache-2.0`, ..."]),
      Option(
        .author, takes: Value("NAME", .text), "name who made it",
        details: ["Names who made the dataset, for the card."]),
      Option(
        .url, takes: Value("URL", .text), "say where it is published",
        details: ["Says where the dataset is published, for the card."]),
      Option(
        .existOk, "on a dataset, add classes and replace card fields",
        details: [
          "If *DATASET* is a dataset already, adds the classes it lacks and replaces the card "
            + "fields given. What is there stays. Without this option a dataset that exists is "
            + "refused."
        ]),
    ] + Option.reporting,
    description: [
      "Makes the folder *DATASET*, its catalog `.imgds.jsonl` and a folder for each *CLASS*. A "
        + "folder that holds anything and is no dataset is refused.",
      "The name of a class is 1 to 255 bytes of UTF-8 without a slash, control characters or a "
        + "leading dot. Names that other systems or loaders trip over are warned of, never changed.",
    ],
    examples: [
      Example("imgds init pets cat dog", "Makes a dataset of two classes."),
      Example(
        "imgds init pets bird --exist-ok --license cc-by-4.0",
        "Adds a class and sets the license."),
    ],
    exits: [ExitStatus("0", "The dataset is there.")] + ExitStatus.shared)
}
