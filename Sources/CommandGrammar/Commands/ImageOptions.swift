/// What commands that change images have in common.
extension Operand {
  static let images = Operand(
    "ID", .any, .path,
    "An image: four or more leading digits of its id that fit no other, a path inside the "
      + "dataset, or `-` for ids on standard input, one a line. A path is read from the working "
      + "folder; where nothing lies under it, as *CLASS*/*FILE* of the dataset.")
}

extension Option {
  static let nulSeparated = Option(
    .nulSeparated, short: "0", "ids on standard input end with NUL",
    details: ["Ids on standard input end with a NUL byte in place of a newline."])

  /// The images that a search finds, which are all to be changed as a verb says.
  static func found(_ verb: String) -> Option {
    Option(
      .where, takes: Value("TERM", .text), "\(verb) the images that fit TERM",
      details: [
        "Takes the place of *ID*s: the images that fit *TERM*, read as `imgds list` reads it: commas "
          + "widen. Given several times, images must fit every one. Its class is that of the folder "
          + "where an image lies, whatever the catalog says; what the catalog lacks is not found. "
          + "Private images of others are left out, and counted, unless `--force` is given."
      ])
  }

  /// To do to others' images what is done to one's own: `Changes`, say.
  static func force(_ verb: String) -> Option {
    Option(
      .force, "do it to what others contributed too",
      details: [
        "\(verb) images that another contributor added, too; else they are refused. The catalog says "
          + "that it was forced."
      ])
  }
}
