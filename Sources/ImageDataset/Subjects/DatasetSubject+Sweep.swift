internal import ByteText
internal import System

extension DatasetSubject {
  /// Files that are looked at together.
  private static let stretch = 512

  /// A class folder that was swept.
  struct Swept {
    /// When it had last changed before.
    let modified: FileTime
    /// What is to be looked at one by one.
    var rest: [FolderEntry] = []
  }

  func sweep(
    _ report: (Finding) -> Void, _ pass: (ByteString, [ImagePlace]) -> Void
  ) throws {
    guard let sweep else { return }
    self.sweep = nil
    if !isOpen { try open(report) }
    var names = folders
    var stretches: [QuickSweep.Stretch] = []
    try mapInOrder(
      jobs: Processors.count, window: 32,
      next: { () throws -> QuickSweep.Stretch? in
        while stretches.isEmpty, Interrupt.received == nil, let name = names.popFirst() {
          stretches = try self.stretches(of: name).reversed()
        }
        return Interrupt.received == nil ? stretches.popLast() : nil
      },
      work: { sweep.look(at: $0) },
      consume: { outcome in
        swept[outcome.className]?.rest += outcome.rest
        pass(outcome.className, outcome.passed.filter { met.insert($0.key) })
      })
  }

  /// Lists a class folder; one that cannot be listed is left to whoever asks for its pictures.
  private func stretches(of name: ByteString) throws -> [QuickSweep.Stretch] {
    let path = dataset.path.appending(name)
    do throws(SystemError) {
      let modified = try Files.status(path).modified
      let listing = try FolderListing(of: path)
      let folder = try FolderPath(path)
      swept[name] = Swept(modified: modified)
      return stride(from: 0, to: listing.count, by: Self.stretch).map { start in
        QuickSweep.Stretch(
          className: name, folder: folder, listing: listing,
          range: start..<min(start + Self.stretch, listing.count))
      }
    } catch {
      return []
    }
  }
}
