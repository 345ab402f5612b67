package import ByteText

/// What `class` is asked to do with classes: the word behind the dataset.
package enum ClassAction: String, CaseIterable, Sendable {
  case add, remove, rename, merge, describe, list

  package init?(word: ByteString) {
    guard let action = Self.allCases.first(where: { ByteString($0.rawValue) == word }) else {
      return nil
    }
    self = action
  }
}

extension Command {
  static let classes = Command(
    name: .classes,
    summary: "make, rename, merge, describe, list classes",
    operands: [
      .dataset,
      Operand(
        "ACTION", .one, .choice(ClassAction.allCases.map(\.rawValue)),
        "What to do: `add` *CLASS*..., `remove` *CLASS*... (empty ones), `rename` *OLD NEW*, `merge` "
          + "*FROM INTO*, `describe` *CLASS KEY=VALUE*..., or `list`."),
      Operand("ARGUMENT", .any, .className, "Classes and facts, as the action takes them."),
    ],
    options: [
      Option(
        .reference, takes: Value("ID", .path), "with describe, an image that shows the class well",
        details: [
          "With `describe`: the image of the class that shows it well, an id or a path as `imgds "
            + "label` takes it. An empty *ID* takes the reference away."
        ]),
      .force("With `merge`, moves"),
    ] + Option.reporting,
    description: [
      "`add` makes classes; those that are there stay. `remove` removes empty ones.",
      "`rename` gives a class another name, in one step whatever it holds; `merge` moves every image "
        + "of a class into another and removes the class. Neither copies anything. A class that holds "
        + "images of another contributor is renamed for anyone, but merged away only with `--force`: "
        + "without it, or if one image cannot be moved, nothing is changed. Where both classes hold "
        + "the same bytes, one copy stays. The facts of the class that goes are kept by the catalog "
        + "as history only.",
      "`describe` notes facts of a class, such as `latin=Felis catus`; `KEY=` takes one away. "
        + "`list` prints the classes with their index in training, images and facts. Classes hold "
        + "images of all contributors, so these actions ask no owner.",
    ],
    examples: [
      Example("imgds class pets add fox owl", "Makes two classes."),
      Example("imgds class pets rename kitty cat", "Renames a class."),
      Example("imgds class pets merge kitten cat", "Moves all kittens to the cats."),
      Example(
        "imgds class pets describe cat latin='Felis' legs=4 --reference 3fa4",
        "Notes facts of a class."),
      Example("imgds class pets list --json", "Lists classes with counts and facts."),
    ],
    exits: [
      ExitStatus("0", "Done, or it was so already."),
      ExitStatus(
        "1", "An image of a class to be merged was refused, or a reference; nothing was changed."),
    ] + ExitStatus.shared)
}
