/// The section of `imgds-integrity`(7) that lists what `verify` finds.
extension Page {
  static let findings: [Block] =
    [
      .paragraph(
        "`verify` gives each finding a code, which stays the same from release to release. Errors "
          + "make the exit status 1, warnings only with `--strict`, notes never.")
    ] + errorsOfFiles + errorsOfArchives + warningsOfFiles + warningsOfQuality + notes

  private static let errorsOfFiles: [Block] = [
    .definition(
      term: "error `corrupt`, `not-image`",
      ["A file that is no sound picture, as above; other types where pictures belong."]),
    .definition(
      term: "error `missing`, `changed`, `misnamed`, `stray`",
      [
        "An image the catalog has and the folder does not; one whose bytes are not those of its id; "
          + "one whose name is not its id and type; a file or folder where there is to be none."
      ]),
    .definition(
      term: "error `class-name`", ["A class folder whose name no dataset may have."]),
    .definition(
      term: "error `same-bytes-classes`, `same-pixels-classes`, `leak`",
      ["The same bytes or the same decoded pixels in two classes, or in two splits."]),
    .definition(term: "error `catalog`", ["A line of the catalog that is no record, and why."]),
  ]

  private static let errorsOfArchives: [Block] = [
    .definition(
      term: "error `bad-archive`",
      [
        "A zip that contradicts itself, is truncated, encrypted or links, or whose checksums are "
          + "wrong."
      ]),
    .definition(
      term: "error `unsafe-name`",
      [
        "An entry of a zip that would leave the folder it is unpacked into, or that some system "
          + "reads so."
      ]),
  ]

  private static let warningsOfFiles: [Block] = [
    .definition(
      term: "warning `unrecorded`",
      [
        "A sound image under its id that the catalog lacks or has elsewhere: adding it again, or "
          + "`verify --repair`, records it, save for a copy of an image that lies in its own class, "
          + "too, where one of the two is to be removed. Or a private one that other accounts may read."
      ]),
    .definition(
      term: "warning `unchecked`",
      ["A picture of a type that loaders open and `imgds` does not."]),
    .definition(
      term: "warning `same-bytes`, `same-pixels`",
      ["The same twice in one class, which a tree or zip may hold."]),
    .definition(
      term: "warning `near-duplicate`, `near-duplicate-classes`, `near-leak`",
      ["Nearly the same picture in one class, two classes, two splits; see `imgds-verify`(1)."]),
    .definition(
      term: "warning `empty-class`, `portable-name`, `order`",
      [
        "A class without images; a class name that some system cannot hold or tells from no other; "
          + "classes that a loader orders otherwise."
      ]),
    .definition(
      term: "warning `label-doubt`",
      [
        "With `--doubts`: what all other pictures teach gives the picture's own class less than "
          + "0.15, and another more than 0.4. `score` is 1 less the former."
      ]),
  ]

  private static let warningsOfQuality: [Block] = [
    .paragraph(
      "Quality is measured as cleanvision 0.3.7 does. Such a picture is sound, but `verify` warns of "
        + "it, with a `score` that is the lower the worse it is (`greyscale` has none):"),
    .definition(
      term: "warning `dark`",
      ["The brightness that 99 % of the pixels stay below is under 0.32 of white."]),
    .definition(term: "warning `light`", ["The darkest 5 % of the pixels are brighter than 0.95."]),
    .definition(
      term: "warning `blurry`",
      ["Edges score under 0.29 at 64 samples on the longest side."]),
    .definition(
      term: "warning `low-information`",
      ["The entropy of the grey values is under 3 bits: hardly more than one colour."]),
    .definition(term: "warning `odd-aspect`", ["One side is under 0.35 of the other."]),
    .definition(
      term: "warning `odd-size`",
      [
        "The root of the area lies more than three interquartile ranges outside the quartiles of "
          + "all."
      ]),
    .definition(
      term: "warning `greyscale`",
      ["Stored without colour, while more than half are stored with it."]),
  ]

  private static let notes: [Block] = [
    .definition(
      term: "note `orientation`, `cmyk`, `sixteen-bit`, `alpha`",
      ["What loaders apply, convert, cut or drop, each in its own way."]),
    .definition(term: "note `gps`", ["It tells where it was taken; see `pack --strip`."]),
    .definition(
      term: "note `private-unread`",
      ["A private image of another account, which could not be read."]),
  ]
}
