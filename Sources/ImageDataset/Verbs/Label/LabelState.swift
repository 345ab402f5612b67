internal import ByteText

/// What the catalog says of an image that `label` can change.
struct LabelState: Equatable {
  var className: ByteString
  var remarks: ImageRemarks
  /// Nil of an image that the catalog lacks.
  var visibility: Visibility?
  let isRecorded: Bool

  /// What an index says of the image at a place.
  init(of place: ImagePlace, in index: CatalogIndex) {
    let entry = index.entry(for: place)
    className = entry.map { index.className(of: $0) } ?? place.className
    remarks = entry.flatMap { index.remarks[$0.id] } ?? ImageRemarks()
    visibility = entry?.visibility
    isRecorded = entry != nil
  }

  /// This state after a change.
  func changed(by change: LabelOptions.Change, to className: ByteString) -> LabelState {
    var state = self
    state.className = className
    let labels = Set(remarks.labels).union(change.also).subtracting(change.drop)
    state.remarks.labels = labels.sorted()
    if let text = change.description { state.remarks.description = text.isEmpty ? nil : text }
    state.visibility = change.visibility ?? visibility
    return state
  }

  /// What is to be recorded of an image that lay in a class and was in another state before.
  func changes(
    since before: LabelState, lyingIn lain: ByteString, id: ImageID
  ) -> [CatalogRecord.Change] {
    var changes: [CatalogRecord.Change] = []
    let from = [before.className, lain].first { $0 != className }
    let labels = remarks.labels == before.remarks.labels ? nil : remarks.labels
    if from != nil || labels != nil {
      changes.append(.labelled(id, className: className, from: from, labels: labels))
    }
    if remarks.description != before.remarks.description {
      changes.append(.described(id, remarks.description ?? ""))
    }
    if let visibility, visibility != before.visibility {
      changes.append(.visibility(id, visibility))
    }
    return changes
  }
}
