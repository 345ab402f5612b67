import ImageCodec
import Testing

@Suite struct MediaTypeSignatureTests {
  @Test(arguments: pictures)
  func `knows a picture by its first bytes`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
    #expect(sample.detected.isImage)
  }

  @Test(arguments: others)
  func `knows what is no picture by its first bytes`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
    #expect(!sample.detected.isImage)
  }

  @Test(arguments: pictures + others)
  func `answers on every beginning of a file and with any byte changed`(sample: MediaTypeSample) {
    for count in 0...sample.bytes.count {
      let type = detectMediaType(sample.bytes.span.extracting(first: count), isWhole: false)
      #expect(type.name.contains("/"))
    }
    for index in sample.bytes.indices {
      var bytes = sample.bytes
      bytes[index] ^= 0xFF
      #expect(detectMediaType(bytes.span, isWhole: true).name.contains("/"))
    }
  }

  @Test func `does not take a jpeg's first two bytes for a jpeg`() {
    #expect(detectMediaType([0xFF, 0xD8, 0x00, 0x00].span, isWhole: true).name != "image/jpeg")
  }

  @Test func `does not take a png signature without a header chunk for a png`() {
    let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 4, 1, 2, 3, 4]
    #expect(detectMediaType(bytes.span, isWhole: true).name == "application/octet-stream")
  }

  private static let pictures: [MediaTypeSample] = [
    .init("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
    .init("image/jpeg", [0xFF, 0xD8, 0xFF, 0xDB]),
    .init("image/jls", [0xFF, 0xD8, 0xFF, 0xF7]),
    .init("image/png", "\u{89}PNG\r\n\u{1A}\n\0\0\0\u{0D}IHDR"),
    .init("image/png", "\u{89}PNG\r\n\u{1A}\n\0\0\0\u{04}CgBI……\0\0\0\u{0D}IHDR"),
    .init("image/gif", "GIF89a"),
    .init("image/webp", "RIFF…WEBPVP8 "),
    .init("image/tiff", "II*\0"),
    .init("image/tiff", "MM\0+"),
    .init("image/x-canon-cr2", "II*\0\u{10}\0\0\0CR\u{02}\0"),
    .init("image/x-canon-crw", "II\u{1A}\0\0\0HEAPCCDR"),
    .init("image/x-fuji-raf", "FUJIFILMCCD-RAW 0201"),
    .init("image/x-olympus-orf", "IIRO\u{08}\0\0\0"),
    .init("image/x-panasonic-rw2", "IIU\0\u{18}\0\0\0"),
    .init("image/heic", "\0\0\0\u{18}ftypheic\0\0\0\0"),
    .init("image/heif", "\0\0\0\u{18}ftypmif1\0\0\0\0"),
    .init("image/avif", "\0\0\0\u{18}ftypavif\0\0\0\0"),
    .init("image/x-canon-cr3", "\0\0\0\u{18}ftypcrx \0\0\0\u{01}"),
    .init("image/jp2", "\0\0\0\u{0C}jP  \r\n\u{87}\n\0\0\0\u{14}ftypjp2 "),
    .init("image/x-jp2-codestream", [0xFF, 0x4F, 0xFF, 0x51, 0, 47]),
    .init("image/jxl", "\0\0\0\u{0C}JXL \r\n\u{87}\n"),
    .init("image/jxl", [0xFF, 0x0A, 0x7F, 0]),
    .init("image/bmp", "BM\u{3A}\0\0\0\0\0\0\0\u{36}\0\0\0\u{28}\0\0\0\u{01}\0\0\0"),
    .init(
      "image/vnd.microsoft.icon",
      "\0\0\u{01}\0\u{01}\0\u{10}\u{10}\0\0\u{01}\0\u{20}\0…\u{16}\0\0\0……"),
    .init(
      "image/x-win-bitmap", "\0\0\u{02}\0\u{01}\0\u{10}\u{10}\0\0\u{01}\0\u{01}\0…\u{16}\0\0\0……"),
    .init("image/x-tga", [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 16, 0, 24, 0x20]),
    .init("image/x-pcx", [0x0A, 5, 1, 8, 0, 0, 0, 0]),
    .init(
      "image/vnd.adobe.photoshop",
      "8BPS\0\u{01}\0\0\0\0\0\0\0\u{03}\0\0\0\u{09}\0\0\0\u{07}\0\u{08}"),
    .init("image/x-portable-greymap", "P5\n2 1\n255\n", then: [0, 1]),
    .init("image/x-portable-pixmap", "P6 1 1 255\n", then: [0, 1, 2]),
    .init("image/x-portable-arbitrarymap", "P7\nWIDTH 1\nHEIGHT 1\n"),
    .init("image/x-xv-thumbnail", "P7 332\n#XVVERSION"),
    .init("image/x-portable-floatmap", "PF\n1 1\n-1.0\n", then: [0, 0, 0, 0]),
    .init("image/x-miff", "id=ImageMagick  version=1.0\n:\u{1A}", then: [0, 1]),
    .init("image/x-os2-graphics", "BA\u{28}\0\0\0\0\0\0\0\0\0\0\0"),
    .init("image/x-eps", [0xC5, 0xD0, 0xD3, 0xC6]),
    .init("application/postscript", "%!PS-Adobe-3.0 EPSF-3.0\n"),
    .init("image/fits", "SIMPLE  =                    T"),
    .init("image/x-exr", [0x76, 0x2F, 0x31, 0x01, 2]),
    .init("image/vnd-ms.dds", "DDS |\0\0\0"),
    .init("image/ktx", "\u{AB}KTX 11\u{BB}\r\n\u{1A}\n"),
    .init("image/x-icns", "icns…"),
    .init("image/x-qoi", "qoif\0\0\0\u{01}"),
    .init("image/wmf", [0xD7, 0xCD, 0xC6, 0x9A]),
    .init("image/emf", "\u{01}\0\0\0……………………… EMF", then: [0]),
    .init("image/x-dpx", "SDPX\0"),
    .init("image/x-sun-raster", [0x59, 0xA6, 0x6A, 0x95]),
    .init("image/x-sgi", [0x01, 0xDA, 0x01, 0x01, 0, 3]),
    .init("image/x-ilbm", "FORM…ILBMBMHD\0\0"),
    .init("image/x-xcf", "gimp xcf v011\0"),
    .init("image/vnd.djvu", "AT&TFORM…DJVU"),
    .init("image/x-pict", at: 522, [0x00, 0x11, 0x02, 0xFF, 0x0C, 0x00]),
    .init("application/dicom", at: 128, [0x44, 0x49, 0x43, 0x4D]),
    .init("video/x-jng", [0x8B, 0x4A, 0x4E, 0x47, 0x0D, 0x0A]),
  ]

  private static let others: [MediaTypeSample] = [
    .init("inode/x-empty", ""),
    .init("application/octet-stream", [0x00, 0x01, 0x02, 0x03, 0x04, 0x06]),
    .init("application/octet-stream", "x"),
    .init("application/pdf", "%PDF-1.7\n"),
    .init("application/zip", "PK\u{03}\u{04}………………a.png", then: [0]),
    .init("application/gzip", [0x1F, 0x8B, 8, 0]),
    .init("application/x-bzip2", "BZh91AY&SY"),
    .init("application/x-xz", "\u{FD}7zXZ\0"),
    .init("application/zstd", [0x28, 0xB5, 0x2F, 0xFD]),
    .init("application/x-7z-compressed", "7z\u{BC}\u{AF}'\u{1C}"),
    .init("application/x-rar", "Rar!\u{1A}\u{07}\u{01}\0"),
    .init("application/x-executable", "\u{7F}ELF\u{02}\u{01}\u{01}\0\0\0\0\0\0\0\0\0\u{02}\0>\0"),
    .init("application/vnd.sqlite3", "SQLite format 3\0"),
    .init("application/vnd.iccprofile", at: 36, [0x61, 0x63, 0x73, 0x70]),
    .init("video/mp4", "\0\0\0\u{18}ftypisom\0\0\u{02}\0"),
    .init("video/quicktime", "\0\0\0\u{14}ftypqt  \0\0\0\0"),
    .init("audio/x-m4a", "\0\0\0\u{20}ftypM4A \0\0\0\0"),
    .init("application/octet-stream", "\0\0\0\u{18}ftyp????\0\0\u{02}\0"),
    .init("video/webm", "\u{1A}\u{45}\u{DF}\u{A3}\u{9F}\u{42}\u{82}\u{84}webm", then: [0]),
    .init(
      "video/x-matroska", "\u{1A}\u{45}\u{DF}\u{A3}\u{A3}\u{42}\u{82}\u{88}matroska", then: [0]),
    .init("video/x-msvideo", "RIFF…AVI LIST"),
    .init("video/mpeg", [0, 0, 1, 0xBA]),
    .init("video/x-flv", [0x46, 0x4C, 0x56, 1]),
    .init("video/x-flc", at: 4, [0x12, 0xAF, 1, 0, 0x40, 1, 0xC8, 0, 8, 0]),
    .init("audio/x-wav", "RIFF…WAVEfmt "),
    .init("audio/flac", "fLaC\0"),
    .init("audio/mpeg", [0xFF, 0xFB, 0x90, 0x64]),
    .init("audio/x-aiff", "FORM…AIFFCOMM"),
    .init("audio/ogg", "OggS\0……………\0\0\0\u{01}vorbis", then: [0]),
  ]
}
