/// The page on what is taken for a sound picture: `imgds-integrity`(7).
extension Page {
  static let integrity = Page(
    name: "imgds-integrity", chapter: 7, summary: "what imgds takes for a sound picture",
    sections: [
      Section(title: "DESCRIPTION", blocks: integrityDescription),
      Section(title: "CORRUPT", blocks: corruptJPEG + corruptPNG),
      Section(title: "WARNINGS", blocks: warningsKept),
      Section(title: "LIMITS", blocks: decodingLimits),
      Section(title: "UNSUPPORTED", blocks: unsupportedKinds),
      Section(title: "NOT AN IMAGE", blocks: otherFiles),
      Section(title: "READING A MESSAGE", blocks: messagePlaces),
      Section(title: "FINDINGS", blocks: findings),
      Section(title: "WHAT A VERDICT DOES NOT SAY", blocks: verdictBounds),
      Section(title: "STANDARDS", blocks: standards),
      Section(
        title: "SEE ALSO",
        blocks: [.usage("`imgds`(1), `imgds-add`(1), `imgds-verify`(1), `sha256sum`(1)")]),
    ])

  private static let integrityDescription: [Block] = [
    .paragraph(
      "`add` and `verify` decode every picture to its last byte, in one reading in which it is also "
        + "hashed. A name or ending counts for nothing. The verdict is the same in a folder, a "
        + "dataset and a zip, at every number of jobs and whatever the pieces the file is read in."),
    .definition(
      term: "sound",
      [
        "Every pixel was decoded from data of its own. `add` takes the picture; what is odd but "
          + "costs no pixel is kept as `warnings` in its record."
      ]),
    .definition(
      term: "`corrupt`",
      [
        "A JPEG or PNG in which pixels are missing, damaged or made up by the decoder, or may be. "
          + "Most viewers show such a file, part of it grey. `add` refuses it; `verify` reports an "
          + "error."
      ]),
    .definition(
      term: "`limits`",
      [
        "More pixels, scans, chunks or bytes than are worth the memory and time. It says nothing "
          + "of soundness. `verify` reports it under `corrupt`, since nobody has seen the pixels."
      ]),
    .definition(
      term: "`unsupported-format`", ["A picture of another type, or of a kind not decoded here."]),
    .definition(term: "`not-image`", ["Anything else, with the MIME type found from its bytes."]),
    .definition(
      term: "`empty`, `unreadable`",
      ["A file of no bytes, and one the system would not read, in the system's own words."]),
  ]

  private static let corruptJPEG: [Block] = [
    .paragraph(
      "A JPEG (it begins with FF D8 FF) is corrupt when one of these is found. libjpeg-turbo goes on "
        + "after most of them with a warning and fills in what is missing; `imgds` does not."),
    .definition(
      term: "the data ends at byte *N*, *PLACE*",
      ["The file ends before the marker EOI (FF D9). This is truncation, even of two bytes."]),
    .definition(
      term: "premature end of data segment",
      ["A marker stands where coded data should go on: blocks are missing."]),
    .definition(
      term: "bad Huffman code; bad arithmetic code",
      ["The coded data is no code of its tables. All that follows in the segment is guesswork."]),
    .definition(
      term: "found marker *M* instead of RST*N*",
      ["A restart marker is missing or out of turn: an interval is lost or stands elsewhere."]),
    .definition(
      term: "inconsistent progression sequence",
      ["A progressive scan refines bits that no scan before it has given."]),
    .definition(
      term: "*N* extraneous bytes before marker *M*",
      [
        "More than 16 bytes are left over behind a scan and are not one byte repeated: the decoder "
          + "had lost its way and took less than was coded. Fewer, or uniform fill, is a warning."
      ]),
    .definition(
      term: "other errors of libjpeg",
      [
        "A marker segment that contradicts itself or lacks what the picture needs: a bad length, a "
          + "missing or bogus table, a second SOI or SOF, a scan of unknown components, a picture "
          + "without pixels, an end of image before any scan."
      ]),
  ]

  private static let corruptPNG: [Block] = [
    .paragraph("A PNG (it begins with the eight bytes of its signature) is corrupt when"),
    .definition(
      term: "the data ends at byte *N*, in chunk *C*",
      ["the file ends before IEND, whose own CRC counts too;"]),
    .definition(
      term: "CRC error",
      ["the checksum of a critical chunk (IHDR, PLTE, IDAT, IEND) is wrong;"]),
    .definition(
      term: "incorrect data check",
      [
        "the Adler-32 of the image data is wrong. Many decoders never look, having got all their "
          + "rows by then;"
      ]),
    .definition(
      term: "not enough image data; invalid distance; other words of zlib",
      ["the compressed data does not inflate to the picture's rows;"]),
    .definition(
      term: "bad adaptive filter value", ["a row begins with a filter type that does not exist;"]),
    .definition(
      term: "other errors of libpng",
      [
        "IHDR contradicts itself, a critical chunk is missing, out of place, of wrong length or "
          + "unknown, or a chunk's name is no four letters."
      ]),
  ]

  private static let warningsKept: [Block] = [
    .paragraph(
      "These leave every pixel decoded. The picture is sound, and the record keeps up to 16 of them, "
        + "each with its place."),
    .definition(
      term: "*N* bytes after the end of the image at byte *M*",
      [
        "Whatever follows EOI or IEND: padding, a second picture (MPF, motion photos), a hidden "
          + "archive. The bytes are stored with the rest and hashed, and not looked at."
      ]),
    .definition(
      term: "*N* extraneous bytes before marker *M*",
      ["Up to 16 bytes, or uniform fill, between the segments or scans of a JPEG."]),
    .definition(
      term:
        "invalid SOS parameters for sequential JPEG; unknown JFIF revision; unknown Adobe color "
        + "transform code",
      ["Odd values in a header of which the pixels do not depend, or only by convention."]),
    .definition(
      term: "the scans end before the last refinement; no scan holds component *I*",
      [
        "A JPEG of several scans that ends properly, by EOI, but before full precision: every pixel "
          + "has a value, a coarser one than the camera saw. Look at such a picture before keeping "
          + "it."
      ]),
    .definition(
      term: "chunk *C*: CRC error",
      [
        "An ancillary chunk of a PNG is damaged and passed over. Should it have been tRNS, gAMA or "
          + "iCCP, transparency or the meaning of the colours is lost with it."
      ]),
    .definition(
      term: "chunk *C*: duplicate, out of place, invalid and the like",
      ["What libpng says of an ancillary chunk that it passes over."]),
    .definition(
      term: "extra compressed data; too much image data",
      ["Image data goes on for at most 64 KiB and one row behind the last row of a PNG."]),
  ]

  private static let decodingLimits: [Block] = [
    .paragraph("All are applied before memory of the picture's size is asked for."),
    .definition(
      term: "pixels",
      [
        "178,956,970, width by height, or what `--max-pixels` says. A JPEG has sides of at most "
          + "65,500, a PNG a width of at most 1,000,000."
      ]),
    .definition(
      term: "scans of a JPEG",
      [
        "500; beyond the 32nd, passes over the picture end at 2^30 samples together. Encoders "
          + "write about ten."
      ]),
    .definition(
      term: "bytes of a JPEG",
      ["64 MiB and eight bytes a coefficient and scan, more than any coding of it can need."]),
    .definition(
      term: "chunks of a PNG", ["65,536 and 64 MiB that are not image data."]),
    .definition(
      term: "image data of a PNG",
      ["64 KiB and one row behind the last row: what lies beyond is inflated for nothing."]),
    .definition(
      term: "bytes after the end of the image",
      ["256 MiB, which are read to be hashed and stored."]),
    .definition(
      term: "memory",
      [
        "Pictures are decoded by rows, in some 10 MiB. Interlaced PNGs and JPEGs of several scans "
          + "are held whole, in once and twice the bytes of their decoded rows. All workers together "
          + "hold no more than 256 MiB a job, nor than half of the memory, of the control group "
          + "where that has less; a picture that is larger is decoded while no other is held. If the "
          + "system refuses memory, the picture is refused and the work goes on."
      ]),
  ]

  private static let unsupportedKinds: [Block] = [
    .paragraph(
      "JPEG of 12 bits a sample, lossless, hierarchical, and of two or of five and more components, "
        + "JPEG-LS, JPEG 2000 and JPEG XL are `unsupported-format`, and so is every other type of "
        + "image, broken or not: GIF, WebP, TIFF, HEIC, AVIF, BMP, SVG, PSD and raw files. Decoded "
        + "are baseline, extended, progressive and arithmetic JPEG of 8 bits in grey, YCbCr, RGB, "
        + "CMYK and YCCK, and every PNG; of an animated PNG the default image."),
    .paragraph(
      "In a tree or zip, a type that loaders open though `imgds` does not is an `unchecked` warning."
    ),
  ]

  private static let otherFiles: [Block] = [
    .paragraph(
      "The type is told from the first 64 KiB, as `file --mime-type` names it. SVG and HTML are told "
        + "from text by their elements. A file that is named like a picture, and an image whose "
        + "signature is damaged, are what their bytes are."),
    .paragraph(
      "Named pipes, sockets, devices and folders are `not-a-file`; they are never waited on. A file "
        + "of unknown length, as in /proc, is read to its end. One that grows or shrinks while it "
        + "is read is judged by the bytes that came: those are hashed, decoded and stored."),
  ]

  private static let messagePlaces: [Block] = [
    .example(
      meaning: "A message says what, and where:",
      lines: [
        "imgds: cannot add 'a.jpg': bad Huffman code at byte 20119, in scan line 217 of 480",
        "imgds: cannot add 'b.png': the data ends at byte 812, in chunk 'IDAT' at byte 41, scan "
          + "line 3 of 8",
        "imgds: cannot add 'c.png': chunk 'IHDR' at byte 8: CRC error",
      ]),
    .paragraph(
      "Bytes are counted from 0. For a JPEG the byte is the next one the decoder would have taken, so "
        + "the damage lies before it; the scan line is the first of the row of blocks being decoded, "
        + "counted from 1. For a PNG the byte is where the named chunk's length field begins; a byte "
        + "of its name that is no letter is shown as `\\xNN`. Words about coding are those of libjpeg "
        + "and libpng, and may change with their release; verdicts and codes do not."),
  ]

  private static let verdictBounds: [Block] = [
    .paragraph(
      "A JPEG has no checksum. Damage that leaves a valid code changes pixels unseen, the more so in "
        + "files without restart markers. What protects a picture is the SHA-256 taken when it was "
        + "added: `verify` reports the first changed byte of a dataset as `changed` or `misnamed`, "
        + "and of a zip, or the folder it was unpacked to, by its SHA256SUMS, a line of which that is no "
        + "sum is an error itself."),
    .paragraph(
      "No verdict speaks of what a picture shows, of editing, of whether its metadata is true, or of "
        + "bytes behind its end. EXIF is read for orientation and for whether it tells a place (a "
        + "GPS latitude or longitude), an ICC profile for its name. Neither is checked further."),
  ]

  private static let standards: [Block] = [
    .definition(
      term: "PNG",
      [
        "Portable Network Graphics (PNG) Specification (Third Edition), W3C Recommendation, 24 June "
          + "2025: chunk layout and CRC in chapter 5, compression in 10, error handling in 13. RFC "
          + "1950 (zlib, Adler-32) and RFC 1951 (deflate)."
      ]),
    .definition(
      term: "JPEG",
      [
        "ITU-T T.81 (ISO/IEC 10918-1): markers in annex B, sequential and progressive decoding in "
          + "F and G, restart in E. ITU-T T.871 (JFIF) and T.872 (the Adobe marker)."
      ]),
    .definition(
      term: "Metadata",
      ["CIPA DC-008 (Exif 3.0) upon TIFF 6.0; ICC.1:2022."]),
    .definition(
      term: "Decoders",
      [
        "libjpeg-turbo, whose messages stand in its jerror.h, and libpng with zlib. Metadata "
          + "chunks that libpng would hold in memory are passed over, their CRC checked."
      ]),
  ]
}
