extension Command {
  static let suggest = Command(
    name: .suggest,
    summary: "suggest classes for pictures",
    operands: [
      .dataset,
      Operand(
        "FILE", .oneOrMore, .path,
        "A picture, a folder (with all below it, hidden entries left out), or `-` for paths on "
          + "standard input, one a line."),
    ],
    options: [
      Option(
        .top, short: "k", takes: Value("K", .number(1...1_000)), "suggest K classes for a picture",
        details: ["Suggests *K* classes for each picture; the default is 3."]),
      Option(
        .model, takes: Value("COMMAND", .text), "ask COMMAND instead of learning",
        details: [
          "Asks a program of your own instead of the built-in learner. *COMMAND*, a line for the shell, "
            + "is started once. It reads a line of JSON for each sound picture, "
            + "`{\"type\":\"picture\",\"path\":\"a.png\"}`, and answers each, in order, with a line "
            + "`{\"classes\":[{\"class\":\"cat\",\"score\":0.9}]}`, scores from 0 to 1. It may read "
            + "ahead; its input ends with the last picture. Any other answer, or its end before the last "
            + "one, ends this command with exit status 3."
        ]),
      Option(
        .nulSeparated, short: "0", "paths on standard input end with NUL",
        details: ["Paths on standard input end with a NUL byte in place of a newline."]),
      .jobs, .maxPixels,
    ] + Option.reporting,
    rules: [.needsStandardInput(.nulSeparated)],
    description: [
      "Suggests for each picture the classes that it most probably belongs to, best first, with a "
        + "score each, what was said of the class, and an image of it. The scores are probabilities: of "
        + "the pictures whose first class scores 0.8, about eight in ten are of that class. Pictures "
        + "of no class of the dataset are not told apart.",
      "It learns from the dataset's own images and needs no model file and no network: gradients, "
        + "small patches and colours of pictures made small are compared with those of all images (of "
        + "the first 1,500 beyond 4,000; of more than 12,000 images as many of each class are "
        + "learnt from). The same images give the same suggestions. What was learnt is kept in "
        + "*$XDG_CACHE_HOME*/imgds (else ~/.cache/imgds), some 20 kB an image, until the images change; "
        + "it may be deleted at any time. Nothing is written into the dataset.",
      "The tree is read, not the catalog, save for what was said of classes and for private images: one "
        + "of another contributor is learnt from, and never named as the image of a class. Files that are no sound "
        + "pictures are refused as by `add`.",
    ],
    examples: [
      Example("imgds suggest pets new/*.jpg", "Shows the three likeliest classes of each picture."),
      Example(
        "imgds suggest pets inbox --top 1 --json | jq -r .classes[0].class",
        "Prints the likeliest class of each."),
    ],
    exits: [ExitStatus("0", "Every file was looked at, whether it is a picture or not.")]
      + ExitStatus.shared)
}
