internal import ByteText
internal import System

extension LearntDataset {
  /// Takes up what the catalog says of classes now, and which images may be shown.
  mutating func takeFacts(of dataset: Dataset, for contributor: ByteString) throws {
    let knowledge = try ClassKnowledge(dataset, for: contributor)
    shown = files.map { !knowledge.hides($0) }
    for name in classes {
      facts[name] = knowledge.facts(of: name)
      references[name] = try knowledge.chosenReference(of: name)
    }
  }
}
