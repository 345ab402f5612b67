extension MediaType {
  /// The type of a file of ISO base media (ISO/IEC 14496-12), told from its major brand.
  ///
  /// Photographs (HEIF, AVIF, Canon's CR3) and films share this container and differ by the brand
  /// alone. A brand that nobody knows says nothing, so the answer is nil.
  static func isoMedia(_ bytes: Span<UInt8>) -> MediaType? {
    guard bytes.holds("ftyp", at: 4) else { return nil }
    return brandSignatures.first { $0.matches(bytes) }?.type
  }

  private static let brandSignatures: [MediaTypeSignature] = brands.flatMap { name, brands in
    brands.map { MediaTypeSignature(name, $0, at: 8) }
  }

  /// MIME types and the brands, or the beginnings of brands, that stand for them.
  private static let brands: [(String, [String])] = [
    ("image/heic", ["heic", "heix"]),
    ("image/heic-sequence", ["hevc", "hevx"]),
    ("image/heif", ["mif1", "heim", "heis", "avic"]),
    ("image/heif-sequence", ["msf1", "hevm", "hevs", "avcs"]),
    ("image/avif", ["avif", "avis"]),
    ("image/x-canon-cr3", ["crx "]),
    ("image/jp2", ["jp2", "JP2"]),
    ("image/jpm", ["jpm"]),
    ("image/jpx", ["jpx"]),
    ("video/mj2", ["mj2s", "mjp2", "MGSV"]),
    ("video/quicktime", ["qt", "mqt"]),
    ("video/x-m4v", ["M4V"]),
    ("audio/x-m4a", ["M4A"]),
    ("audio/mp4", ["M4B", "F4A", "F4B", "MSNV", "NDAS"]),
    ("video/3gpp2", ["3g2", "KDDI"]),
    ("video/3gpp", ["3ge", "3gg", "3gh", "3gm", "3gp", "3gr", "3gs", "3gt"]),
    (
      "video/mp4",
      [
        "iso", "isml", "mp41", "mp42", "avc1", "dash", "F4V", "F4P", "M4P", "mmp4", "mobi", "niko",
        "ARRI", "bbxm", "NDSC", "NDSH", "NDSM", "NDSP", "NDSS", "NDXC", "NDXH", "NDXM", "NDXP",
      ]
    ),
    ("video/vnd.dvb.file", ["dvr1", "emsg"]),
  ]
}
