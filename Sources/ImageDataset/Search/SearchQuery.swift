package import ByteText
internal import ImageAnalysis

/// What `list` looks for: all groups must fit, of each group any term.
package struct SearchQuery: Sendable {
  private(set) var groups: [[SearchTerm]] = []

  /// A query that everything fits.
  package init() {}

  /// Reads terms as the user typed them, one group an argument.
  ///
  /// - Throws: ``SearchFault`` that says where an argument cannot be read.
  package init(_ arguments: [ByteString]) throws(SearchFault) {
    for argument in arguments {
      var group: [SearchTerm] = []
      for word in try SearchWord.words(of: argument) {
        group.append(try SearchTerm(word, in: argument))
      }
      groups.append(group)
    }
  }

  /// Whether everything fits.
  package var isEmpty: Bool { groups.isEmpty }

  package func fits(_ record: ImageRecord) -> Bool {
    groups.allSatisfy { $0.contains { $0.fits(record) } }
  }
}

/// Why a term cannot be read, and where.
package struct SearchFault: Error, Sendable {
  package let argument: ByteString
  /// The offset of the byte in ``argument`` where reading stopped making sense.
  package let offset: Int
  package let message: String
}
