extension Command {
  static let add = Command(
    name: .add,
    summary: "take images into a dataset",
    operands: [
      .dataset,
      Operand(
        "PATH", .oneOrMore, .path,
        "A file, a folder (with all below it, hidden entries left out), or `-` for paths on "
          + "standard input, one a line."),
    ],
    options: sources + treatment + [.jobs, .maxPixels] + Option.reporting,
    rules: [
      .exactlyOne(of: [.class, .byFolder, .labels, .suggest]), .excludes(.suggest, .create),
      .needsStandardInput(.nulSeparated),
    ],
    description: [
      "Reads every image once, checks it by decoding it whole, names its dominant colours, and "
        + "places it as *CLASS*/*ID*.jpg or .png, where *ID* is the first 16 hex digits of the "
        + "SHA-256 of its bytes. The bytes are kept exactly; the ending follows from the content.",
      "Every input is reported, in input order: *added*; *duplicate* if the class holds the same "
        + "bytes already; or *refused* with a code, the type found from the bytes, and the reason. "
        + "What was reported as added survives a crash and a power cut. The same command run again "
        + "finishes what an interrupted one began.",
      "JPEG and PNG are taken; links to files are followed, links to folders only if they are "
        + "operands. The dataset itself is passed over in a folder that holds it, and counts as "
        + "skipped.",
    ],
    examples: [
      Example("imgds add pets photos/*.jpg --class cat", "Adds pictures to one class."),
      Example(
        "imgds add pets downloads --by-folder", "Makes a class of each folder in downloads."),
      Example(
        "imgds add pets images --labels train.csv:image_id,breed --create",
        "Reads the class of each picture from a table."),
      Example(
        "imgds add pets inbox --suggest 0.8 --move",
        "Sorts what it is sure of, and leaves the rest in inbox."),
      Example(
        "find ~ -name '*.png' -print0 | imgds add pets - -0 --class cat --dry-run",
        "Shows what would become of a list of files."),
    ],
    exits: [
      ExitStatus("0", "Every input was added or was there already."),
      ExitStatus("1", "An input was refused."),
    ] + ExitStatus.shared)

  private static let sources = [
    Option(
      .class, takes: Value("CLASS", .className), "put the images into CLASS",
      details: ["Puts the images into *CLASS*, which must exist unless `--create` is given."]),
    Option(
      .byFolder, "take each PATH's sub-folders as classes",
      details: [
        "Takes the sub-folders of each *PATH* as classes and makes those that are missing; what "
          + "lies deeper belongs to them. A file directly below *PATH* is refused `no-class`."
      ]),
    Option(
      .labels, takes: Value("FILE.csv", .file), "read each picture's class from a table",
      details: [
        "Reads the class of each picture below *PATH* from a CSV table (RFC 4180, UTF-8, with a "
          + "header). The column `file_name` is a path relative to *PATH* or a unique trailing part "
          + "of one, `label` the class. `FILE.csv:image_id,breed` names other columns; a file's "
          + "name without its ending will do for the first. Pictures without a row are refused "
          + "`no-class`, rows without a picture `not-found`."
      ]),
    Option(
      .suggest, takes: Value("MIN", .share), "sort into the classes suggested with MIN or more",
      details: [
        "Puts each image into the class that the dataset's own images suggest (see imgds-suggest(1)), if "
          + "its score is at least *MIN*, from 0 to 1; the others are refused `unsure`, with the best "
          + "three classes. The record keeps the best three with their scores: "
          + "`imgds list DATASET is:suggested` shows them, `imgds label` corrects them. What this "
          + "command adds is not learnt from before the next."
      ]),
    Option(
      .create, "make classes that do not exist", details: ["Makes classes that do not exist."]),
    Option(
      .nulSeparated, short: "0", "paths on standard input end with NUL",
      details: ["Paths on standard input end with a NUL byte in place of a newline."]),
  ]

  private static let treatment = [
    Option(
      .move, "take the sources away once they are safely in",
      details: [
        "Removes each source once its bytes are durable in the dataset, duplicates included, "
          + "refused ones never. Of a link the link goes."
      ]),
    Option(
      .private, "mark the images private",
      details: ["Marks the images private: mode 0600, and left out by `pack`."]),
    Option(
      .strict, "add nothing if one input is refused",
      details: [
        "Checks all inputs first; if one is refused none is added, and the others are refused "
          + "`strict`."
      ]),
    Option(
      .dryRun, short: "n", "report, but change nothing",
      details: ["Prints the same report and ends with the same status, but changes nothing."]),
  ]
}
