internal import ByteText
internal import System

extension LearntDataset {
  /// Takes up what the catalog says of classes now.
  mutating func takeFacts(of dataset: Dataset) throws {
    let knowledge = try ClassKnowledge(dataset)
    for name in classes {
      facts[name] = knowledge.facts(of: name)
      references[name] = try knowledge.chosenReference(of: name)
    }
  }
}
