import ByteText
import Testing

@testable import ImageDataset

/// A tree of names alone, and what a loader will make of it.
struct LoaderForecast: Sendable, CustomTestStringConvertible {
  let loader: Loader
  /// Files, and with a slash at the end empty folders.
  let names: [ByteString]
  /// Whether it loads, and classes, images and splits.
  let verdict: String
  /// Parts of the message; none where it must be exact.
  let words: [String]

  init(_ loader: Loader, _ names: [ByteString], _ verdict: String, _ words: String...) {
    self.loader = loader
    self.names = names
    self.verdict = verdict
    self.words = words
  }

  var testDescription: String {
    "\(loader.rawValue): \(names.map(\.displayed).joined(separator: " "))"
  }
}

extension LoaderTree {
  /// A tree as a list of paths has it.
  init(
    _ paths: [ByteString], origin: Origin = .tree, traits: [ByteString: Traits] = [:],
    contents: [ByteString: ByteString] = [:]
  ) {
    var listings: [[ByteString]: [ByteString]] = [[]: []]
    for path in paths {
      var folder = path.components
      let name = path.bytes.last == UInt8(ascii: "/") ? nil : folder.popLast()
      for depth in 0...folder.count { listings[Array(folder.prefix(depth)), default: []] += [] }
      if let name { listings[folder, default: []].append(name) }
    }
    var names = ByteStringPool()
    let folders = listings.map { path, files in
      let start = names.count
      for file in files { names.append(file) }
      let hasFolders = listings.keys.contains { $0.count > path.count && $0.starts(with: path) }
      return Folder(path: path, hasFolders: hasFolders, files: start..<names.count)
    }
    self.init(origin, folders: folders, names: names, traits: traits) { contents[$0]?.bytes }
  }
}

extension LoaderOutcome {
  /// `loads 2 classes, 4 images, 1 split` in short: `yes 2 4 1`.
  var verdict: String {
    "\(loads ? "yes" : "no") \(classes) \(images) \(splits)"
  }
}
