extension Command {
  static let pack = Command(
    name: .pack,
    summary: "write NAME_dataset.zip",
    operands: [.dataset],
    options: selection + splitting + pixels + [
      Option(
        .output, short: "o", takes: Value("FILE", .file), "write FILE, or '-' for standard output",
        details: [
          "Writes *FILE* in place of *NAME*_dataset.zip in the current folder; `-` is standard "
            + "output, where one file comes out. *FILE* must lie outside the dataset. With `--format "
            + "webdataset` it is a folder, made if need be."
        ]),
      Option(
        .format, takes: Value("FORMAT", .choice(["zip", "webdataset"])), "write zip or webdataset",
        details: [
          "Writes a `zip`, or for `webdataset` shards of tar *NAME*-train-000000.tar, ... and "
            + "`classes.txt` into the current folder or the one that `--output` names. Each part of a "
            + "split has its shards. Where both JPEG and PNG occur there are two sets, *NAME*-jpg-train-... "
            + "and *NAME*-png-train-..., with one index. A sample is *ID*.jpg or *ID*.png, *ID*.cls with the "
            + "index of the class in `classes.txt`, and *ID*.json with the keys of `metadata.jsonl`. "
            + "Samples come in the order of keys (see above), so classes are mixed."
        ]),
      Option(
        .shardSize, takes: Value("SIZE", .size), "begin a new archive after SIZE bytes",
        details: [
          "Writes several archives of at most *SIZE* bytes (`500MB`, `1GiB`) in place of one; only one "
            + "that holds a single larger image is larger. Zips are then called "
            + "*NAME*_dataset-000000.zip and so on, each with its own metadata and the classes of all. "
            + "Shards of `webdataset` have 1GB without it."
        ]),
      Option(
        .plain, "pack the images alone",
        details: ["Packs the images in their folders and nothing else."]),
      Option(
        .croissant, "describe the archive in Croissant",
        details: [
          "Writes *NAME*_croissant.json beside the archive: a description in Croissant 1.1, with the "
            + "archive's digest, from which `mlcroissant` and other readers load images, labels and "
            + "splits."
        ]),
      Option(
        .provenance, "tell where images came from",
        details: [
          "Adds `source`, `by` and `added` to each line of `metadata.jsonl`: the path an image was "
            + "added from, by whom and when. Without it none of that leaves the dataset."
        ]),
      .jobs,
    ] + Option.reporting,
    rules: [
      .needs(.seed, anyOf: [.split, .format]), .needs(.keepSplit, anyOf: [.split]),
      .needs(.groupBy, anyOf: [.split]), .needs(.noNearDuplicates, anyOf: [.split]),
      .needs(.splitFiles, anyOf: [.split]),
      .needs(.fit, anyOf: [.resize]), .needs(.quality, anyOf: [.resize, .upright]),
      .excludes(.plain, .provenance), .contradicts(.splitFiles, .output, value: "-"),
      .contradicts(.croissant, .output, value: "-"),
      .contradicts(.croissant, .format, value: "webdataset"),
      .contradicts(.plain, .format, value: "webdataset"),
      .contradicts(.splitFiles, .format, value: "webdataset"),
    ],
    description: layout + splitRule + treatment + [
      "The same images give the same bytes, whatever the order they were added in, the number of "
        + "jobs, the user, the time or the place. Dates are 1980-01-01 or `SOURCE_DATE_EPOCH`.",
      "With `--json` one object tells `file` (of several archives the first), their `bytes`, the `sha256` "
        + "of a single one (else empty), how many `images`, `classes` and `splits` (parts that hold "
        + "images, 0 without a split) there are, and all `files` that were written.",
      "What is packed is what was added: if an image is missing, changed or unreadable it is "
        + "named and no archive is written.",
    ],
    examples: [
      Example("imgds pack pets", "Writes pets_dataset.zip."),
      Example("imgds pack pets --split 80,10,10", "Writes it with folders train, val and test."),
      Example(
        "imgds pack pets --split 80,10,10 --keep-split pets_v1.zip -o pets_v2.zip",
        "Splits what was added since and moves nothing."),
      Example(
        "imgds pack pets --split 90,10 --format webdataset -o shards",
        "Writes shards to stream from."),
      Example("imgds pack pets --where class:cat,class:dog --plain", "Packs two classes alone."),
      Example(
        "imgds pack pets --resize 256x256 --fit cover --upright -o small.zip",
        "Packs small square pictures."),
      Example("imgds pack pets --strip", "Leaves places and cameras at home."),
      Example("imgds pack pets -o - | ssh host 'cat > pets.zip'", "Sends the archive elsewhere."),
    ],
    exits: [
      ExitStatus("0", "The archive is there."),
      ExitStatus("1", "An image was missing, changed or unreadable, or none was left to pack."),
    ] + ExitStatus.shared)

  private static let selection = [
    Option(
      .where, takes: Value("TERM", .text), "pack the images that fit TERM",
      details: [
        "Packs the images that fit *TERM*, read as `imgds list` reads it: commas widen. Given several "
          + "times, images must fit every one."
      ]),
    Option(
      .includePrivate, "pack private images too",
      details: ["Packs private images too; else they are left out and counted."]),
  ]

  private static let splitting = [
    Option(
      .split, takes: Value("WEIGHTS", .text), "split into train, val and test",
      details: [
        "Splits the images into train and val, or train, val and test, by two or three weights such "
          + "as `80,10,10` or `0.8,0.2`. The archive then has a folder for each part, and "
          + "`metadata.jsonl` tells the part as `split`."
      ]),
    Option(
      .seed, takes: Value("N", .number(0...Int.max)), "split another way",
      details: ["Splits another way; the default is 0."]),
    Option(
      .keepSplit, takes: Value("FILE", .file), "leave images in the parts FILE tells",
      details: [
        "Leaves every image in the part it has in *FILE*, a zip that `imgds pack` wrote or its "
          + "`metadata.jsonl`; new images fill the shares up. May be given several times, for the "
          + "zips of `--split-files`; of files that disagree the first counts."
      ]),
    Option(
      .groupBy, takes: Value("FILE.csv", .file), "keep the groups of a table in one part",
      details: [
        "Keeps images of one group (a patient, a product, a video) in one part. The table (RFC 4180, "
          + "UTF-8, with a header) has a column `id` or `file_name` and a column `group`. A file "
          + "name is a path in the archive or one an image was added from, or a unique trailing part "
          + "of it, with its ending or without. Images without a row are on their own; rows without "
          + "an image are passed over."
      ]),
    Option(
      .noNearDuplicates, "split near-duplicates as any images",
      details: [
        "Splits without a look at the pictures: near-duplicates fall where their bytes say, and "
          + "`imgds verify` may find leaks. Saves decoding every image."
      ]),
    Option(
      .splitFiles, "write a zip for each part",
      details: [
        "Writes *NAME*_dataset_train.zip, *NAME*_dataset_val.zip and *NAME*_dataset_test.zip, each "
          + "with its own `metadata.jsonl`, which Hugging Face loads as splits without unzipping. "
          + "With `--output` the name of the part goes before the ending of *FILE*."
      ]),
  ]

  private static let pixels = [
    Option(
      .resize, takes: Value("WxH", .text), "make pictures fit a box of WxH pixels",
      details: [
        "Makes every picture, larger or smaller, fit a box of *W* by *H* pixels. The box is that of "
          + "the picture as it is stored; give `--upright` to have orientations applied first."
      ]),
    Option(
      .fit, takes: Value("HOW", .choice(["contain", "cover", "stretch"])), "say how they fit",
      details: [
        "With `contain`, the default, the whole picture is as large as the box holds; `cover` fills "
          + "the box and cuts off what juts out, on both sides alike; `stretch` fills it and changes "
          + "the picture's shape."
      ]),
    Option(
      .upright, "apply the EXIF orientation",
      details: ["Turns and mirrors pictures as their EXIF orientation says, and takes that away."]),
    Option(
      .strip, "take metadata away, not pixels",
      details: [
        "Takes EXIF (places, cameras, times), XMP, IPTC, comments, texts, thumbnails and bytes behind "
          + "the end away without encoding anew. The orientation stays as an EXIF block of its own, "
          + "and so does what says how colours are meant, the ICC profile first of all."
      ]),
    Option(
      .quality, takes: Value("N", .number(1...100)), "encode JPEGs with quality N",
      details: [
        "Encodes those JPEGs that must be encoded anew with quality *N*; the default is 92. From 90 on "
          + "chroma is stored whole, below it is halved."
      ]),
  ]

  private static let treatment = [
    "With `--resize`, `--upright` or `--strip` pictures change on the way out, and each line of "
      + "`metadata.jsonl` says by `encoding` what became of one: `original` (not a byte changed), "
      + "`stripped` (the coded pixels are those that were added), `jpeg` with the quality, or `png`. "
      + "Only what must be is encoded anew, as the format it has; it keeps its ICC profile (CMYK, which "
      + "becomes RGB, loses it) and its orientation, and no other metadata. Names keep the id of the "
      + "original; `sha256`, size, orientation and mode are those of the packed bytes, `colours` those of "
      + "the original. Splits and orders follow the originals, so they are the same at every size.",
    "Pictures are resized with a Lanczos filter (a = 3), widened by the scale when they get smaller, on "
      + "the stored values, colours weighted by alpha, 16 bits kept. A JPEG at least twice as large as "
      + "wanted is decoded at 1/2, 1/4 or 1/8 first.",
  ]

  private static let layout = [
    "Writes a zip with one top folder *NAME*, in it the images in their class folders (below the "
      + "folder of their split, if there is one), and beside them `metadata.jsonl` with what is known "
      + "of each image, a card `README.md` that makes Hugging Face load the unzipped tree right, "
      + "`classes.txt` with the classes in index order, and `SHA256SUMS`. It is written beside its "
      + "final name and renamed, so a reader never sees half of it and a failure leaves the old one. "
      + "Where images keep it from being written, all of them are named.",
    "A class or dataset whose name would lead elsewhere when a zip is unpacked (a backslash, a drive) "
      + "is refused; `--format webdataset` takes it.",
    "A line of `metadata.jsonl` has the keys `file_name label split id sha256 width height "
      + "orientation mode colours`; `split` only with `--split`; `labels`, joined by commas, and "
      + "`description` when any image has one.",
  ]

  private static let splitRule = [
    "The part of an image follows from the bytes of the images and `--seed` alone. The key of an image "
      + "is the first eight bytes of the SHA-256 of the text `imgds SEED ` and the 32 bytes of the "
      + "image's SHA-256. Each class is put in the order of keys and cut at the cumulative shares, "
      + "rounded to the nearest image, halves up: so each part is less than one image away from its "
      + "share. No part of a class is empty while it has as many images (a group counts as one) as there "
      + "are parts; of fewer the first parts get one each. A group stands where the key of its member "
      + "with the least id says, is cut with the class that most of its images have, and goes where its "
      + "middle lies; single images then fill the parts up to their shares, in their order.",
    "Groups are those of `--group-by` and near-duplicates: the images that `imgds verify` finds to show "
      + "the same picture, resized, re-compressed, brightened, marked, cropped a little, turned or "
      + "mirrored, in one class or several. Groups that share an image are one. Only images that are "
      + "packed count; private ones that are left out, and those `--where` leaves out, change nothing. To "
      + "find near-duplicates every image is decoded, which takes as long as to verify them: a "
      + "few hundred photographs a second on each processor. Where nothing can change (every image is in the "
      + "*FILE* of `--keep-split`) it is left out.",
    "What is stable: other classes, names, labels, the order of adding and the machine change nothing, as "
      + "long as no group reaches into several classes. An image added to or removed from a class that "
      + "joins or leaves no group moves at most one other image across each of that class's cuts, and "
      + "none in other classes (a group counts as one image here). One that is like others, or in "
      + "their row of the table, can move the groups it joins, parts or leaves; and where a group moves, "
      + "as many single images make room. With `--keep-split` nothing moves at all: new images go, groups first and in the order "
      + "of keys, to the part that lacks most to its share of the class; a group with members in *FILE* follows the most "
      + "of them, and one that *FILE* has in several parts stays in them. Another seed, other "
      + "weights or a changed table of groups split anew.",
  ]
}
