extension Command {
  private static let loaders = [
    "torchvision", "keras", "tfds", "hf", "webdataset", "fiftyone", "datumaro", "timm",
  ]
  private static let checks = [
    "soundness", "records", "classes", "sameness", "likeness", "quality", "notes", "dark", "light",
    "blurry", "low-information", "odd-size", "odd-aspect", "greyscale",
  ]

  static let verify = Command(
    name: .verify,
    summary: "check a dataset, a folder tree or a packed zip",
    operands: [
      Operand(
        "PATH", .one, .path,
        "A packed zip, a dataset, or any tree of class folders (*CLASS*/ or *SPLIT*/*CLASS*/).")
    ],
    options: [
      Option(
        .quick, "read no image's bytes",
        details: [
          "Reads no image's bytes: compares names, sizes, catalog and tree only."
        ]),
      Option(
        .strict, "end with 1 on warnings too",
        details: ["Ends with exit status 1 on warnings too."]),
      Option(
        .repair, "put right what can be put right",
        details: [
          "Puts right what can be put right, then verifies what is left. It records sound images "
            + "that the catalog lacks or has elsewhere, for the contributor who repairs, as who added "
            + "them cannot be known; gives misnamed images the name of their id, and so those that "
            + "lie under another's id if the catalog knows them and has them nowhere else; records "
            + "missing images as removed; and cuts out of the catalog what is no record. An image "
            + "whose sound bytes are found anywhere in the class folders keeps its contributor, "
            + "labels and description; as long as a file cannot be read, none is given up as broken or missing. "
            + "A lost catalog is rebuilt if the class folders hold images under their ids and no others.",
          "Nothing is deleted: strays, broken and changed files, and the old catalog are moved to a "
            + "folder *NAME*_strays-*TIME* beside the dataset, copied where that is another file system "
            + "(then devices, sockets and named pipes stay). Each repair is told with what was done. "
            + "Datasets only.",
        ]),
      Option(
        .for, takes: Value("LOADERS", .list(loaders)), "tell what each of LOADERS will make of it",
        details: [
          "Tells what each of *LOADERS* will hold: `torchvision`, `keras`, `tfds`, `hf`, "
            + "`webdataset`, `fiftyone`, `datumaro`, `timm`, joined by commas. A table says whether "
            + "it loads, as how many classes, images and splits; a warning says what is lost or "
            + "changed: split words in names, hidden folders, empty classes, unknown endings, equal "
            + "stems, another order of classes, EXIF orientation. `exactly` is said only where "
            + "images, classes, order, labels and splits come out as the folders have them.",
          "Of a split tree, loaders of plain class folders are given one split's folder at a time. "
            + "`hf` opens a zip itself and any folder as a folder; the others see a zip unpacked. "
            + "With `--quick` names alone are judged, and a file that cannot be decoded goes "
            + "unseen.",
        ]),
      Option(
        .doubts, "name pictures that look like another class",
        details: [
          "Names pictures whose label is likely wrong, as `label-doubt`, with the class each looks like: "
            + "what all other pictures teach (see imgds-suggest(1)) gives their own class less than 0.15 "
            + "and another more than 0.4. The likeliest come first; `score` is 1 less what their own "
            + "class scores. Beyond 12,000 pictures as many of each class are learnt from, and a "
            + "temporary file in *$TMPDIR* (else /tmp) holds 12 KiB of each beyond 5,400."
        ]),
      Option(
        .checks, takes: Value("LIST", .list(checks + checks.map { "no-\($0)" })),
        "make only these checks",
        details: [
          "Makes only the checks of a comma-separated list; with `no-` before each word, all but "
            + "those. The words are `soundness` (every file is a sound image), `records` (names, "
            + "catalog and sums), `classes`, `sameness` (the same bytes or pixels), `likeness` (nearly "
            + "the same picture), `quality` or any of its findings alone, and `notes`."
        ]),
      .jobs, .maxPixels,
    ] + Option.reporting,
    rules: [.excludes(.quick, .maxPixels), .excludes(.quick, .repair), .excludes(.quick, .doubts)],
    description: [
      "Hashes every byte, decodes every image, and compares catalog and tree both ways. Found are "
        + "missing, changed, stray, misnamed and undecodable images, empty classes, and the same "
        + "bytes or the same pixels in two classes. A zip is checked without unpacking it, every "
        + "byte of its directory accounted for. It and the folder it was unpacked to are held to "
        + "their `SHA256SUMS`. A path without any class is warned of, as `empty-class`.",
      "Nearly the same pictures are found too, though one is resized, re-compressed, brightened, "
        + "marked, cropped by up to some 6 % a side, turned or mirrored: `near-duplicate` in one "
        + "class, `near-duplicate-classes` in two, `near-leak` in two splits, with all their files. "
        + "Two pictures belong together when, laid over each other in grey at 64 x 64 with the "
        + "lighting taken off, they correlate by 0.86 or more; the finding's `score` is the least of "
        + "these. Beyond 16,384 pictures a temporary file in *$TMPDIR* (else /tmp) holds 4 KiB of each.",
      "Findings of quality, with their `score`: `dark`, the brightness all but 1 % of the pixels stay "
        + "below is under 0.32; `light`, the darkest 5 % are brighter than 0.95; `blurry`, edges score "
        + "under 0.29 at 64 samples on the longest side; `low-information`, an entropy under 3 bits; "
        + "`odd-aspect`, a side is under 0.35 of the other; `odd-size`, the root of the area is more "
        + "than three interquartile ranges from the quartiles of all; `greyscale`, stored without "
        + "colour while most are stored with it. They are warnings.",
      "It never stops at a bad file, and ends with a summary. Errors make the exit status 1. "
        + "Nothing is written without `--repair`.",
    ],
    examples: [
      Example("imgds verify pets", "Checks a dataset."),
      Example("imgds verify pets_dataset.zip --json", "Checks a packed dataset in CI."),
      Example("imgds verify pets --repair", "Puts right what can be put right."),
      Example(
        "imgds verify pets --for torchvision,hf,keras",
        "Tells whether three loaders will read it as it stands."),
      Example(
        "imgds verify downloads --checks no-odd-size",
        "Checks a tree whose sizes are meant to differ."),
      Example(
        "imgds verify pets --doubts --checks records",
        "Names pictures to look at again, the most doubtful first."),
      Example("imgds verify downloads --quick", "Checks a tree of class folders by names only."),
    ],
    exits: [
      ExitStatus("0", "No error was found."),
      ExitStatus("1", "An error was found, or with `--strict` a warning."),
    ] + ExitStatus.shared)
}
