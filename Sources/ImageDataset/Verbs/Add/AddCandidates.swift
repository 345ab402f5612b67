package import ByteText
internal import System

/// The inputs of one `add`, found as they are needed.
protocol AddCandidates: AnyObject {
  /// The next input in order, or nil at the end.
  func next() throws -> AddCandidate?
  /// How many entries the walks have passed over.
  var skipped: Int { get }
}

/// Gives the next path of a list, or nil at its end.
package typealias PathList = () throws -> ByteString?

extension AddOptions {
  /// The inputs that the options name.
  ///
  /// The dataset itself is passed over where a folder that holds it is walked: pictures placed
  /// meanwhile would be met as inputs, more or fewer by chance.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` if they cannot mean what they say.
  func candidates(
    for dataset: Dataset, _ list: @escaping PathList
  ) throws -> any AddCandidates {
    let operands = paths.operands(list)
    let own = try Files.status(dataset.path)
    return switch assignment {
    case .className(let name): WalkedCandidates(operands, into: name, excluding: own)
    case .suggested: WalkedCandidates(operands, into: "", excluding: own)
    case .folders: try FolderCandidates(operands, excluding: own)
    case .table(let table): try TableCandidates(operands, table, excluding: own)
    }
  }
}

extension [ByteString] {
  /// Operands with `-` replaced by the paths of a list.
  fileprivate func operands(_ list: @escaping PathList) -> PathList {
    var index = 0
    return {
      while index < count {
        let path = self[index]
        guard path == "-" else {
          index += 1
          return path
        }
        if let item = try list() { return item }
        index += 1
      }
      return nil
    }
  }
}

/// Every file below the operands, all for one class.
final class WalkedCandidates: AddCandidates {
  private let operands: PathList
  private let className: ByteString
  private let excluded: FileStatus?
  private var walk: TreeWalk?
  private(set) var skipped = 0

  init(
    _ operands: @escaping PathList, into className: ByteString, excluding excluded: FileStatus?
  ) {
    self.operands = operands
    self.className = className
    self.excluded = excluded
  }

  /// Those whose class is to be found out.
  convenience init(_ paths: [ByteString], _ list: @escaping PathList) {
    self.init(paths.operands(list), into: "", excluding: nil)
  }

  func next() throws -> AddCandidate? {
    while true {
      if let item = walk?.next() {
        return AddCandidate(item, into: className)
      }
      skipped += walk?.skipped ?? 0
      walk = nil
      guard let operand = try operands() else { return nil }
      walk = TreeWalk([operand], excluding: excluded)
    }
  }
}

extension AddCandidate {
  /// The input that an item of a walk is.
  init(_ item: TreeWalk.Item, into className: ByteString) {
    switch item {
    case .file(let path): self.init(path, into: className)
    case .special(let path, let kind):
      self.init(Refusal(source: path, code: .notAFile, message: "it is \(kind.words)"))
    case .unreadable(let path, let error):
      self.init(Refusal(source: path, code: .unreadable, message: error.words))
    }
  }
}
