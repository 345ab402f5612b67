package import ByteText

/// What a dataset says of itself; fields that were never given are nil.
package struct DatasetCard: Sendable, Equatable {
  package var description: ByteString?
  package var license: ByteString?
  package var author: ByteString?
  package var url: ByteString?

  package init() {}

  package var isEmpty: Bool { self == DatasetCard() }

  /// This card with the fields that another one gives in place of its own.
  package func replaced(by other: DatasetCard) -> DatasetCard {
    var card = self
    card.description = other.description ?? description
    card.license = other.license ?? license
    card.author = other.author ?? author
    card.url = other.url ?? url
    return card
  }
}
