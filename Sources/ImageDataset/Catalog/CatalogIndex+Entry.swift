internal import ByteText

extension CatalogIndex.Entry {
  /// An image whose `added` line was read whole.
  ///
  /// - Parameter sieve: is asked of it.
  init(
    _ record: ImageRecord, className: Int32, owner: Int32, sieve: LineSieve?, offset: Int
  ) {
    self.init(
      id: record.facts.id, className: className, owner: owner, visibility: record.visibility,
      format: record.facts.format, size: UInt32(exactly: record.facts.bytes) ?? 0, offset: offset)
    sieve?.sift(&self, record)
  }
}
