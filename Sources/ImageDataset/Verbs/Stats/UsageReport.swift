package import ByteText
internal import System

/// What a usage log adds up to.
package struct UsageReport: Sendable {
  /// The runs of one user, of one command or of one day.
  package struct Sum: Sendable, Equatable {
    /// The user, the command, or the day in UTC as `2026-01-31`.
    package let name: ByteString
    package fileprivate(set) var runs = 0
    /// Those that ended with an exit status of 2 or more.
    package fileprivate(set) var failed = 0
    package fileprivate(set) var images = 0
    package fileprivate(set) var seconds = 0.0
  }

  package private(set) var runs = 0
  /// Each in the order of their names' bytes.
  package var users: [Sum] { Self.sorted(byUser) }
  package var commands: [Sum] { Self.sorted(byCommand) }
  package var days: [Sum] { Self.sorted(byDay) }
  /// The numbers of the lines that tell of no run.
  package private(set) var faults: [Int] = []
  private var byUser: [ByteString: Sum] = [:]
  private var byCommand: [ByteString: Sum] = [:]
  private var byDay: [ByteString: Sum] = [:]

  /// More than any command runs or handles: about 30 years, and a million million images.
  private static let longest = 1e9
  private static let mostImages = 1_000_000_000_000

  /// Adds up a log, a JSON object a line as `IMGDS_USAGE_LOG` gets them.
  ///
  /// - Throws: ``DatasetError`` if it cannot be read.
  package init(_ path: ByteString) throws {
    do {
      _ = try CatalogFile(path).forEachLine { line, position in
        if !add(line) { faults.append(position.number) }
      }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  private mutating func add(_ line: Span<UInt8>) -> Bool {
    let members = JSONMembers(of: line)
    guard let time = members["time"]?.text(in: line).flatMap({ Timestamp($0) }),
      let user = members["user"]?.text(in: line), let command = members["command"]?.text(in: line)
    else { return false }
    let status = members["exit"]?.integer(in: line) ?? 0
    let images = members["images"]?.integer(in: line) ?? 0
    let seconds = members["seconds"]?.double(in: line) ?? 0
    guard (0...Self.longest).contains(seconds), (0...Self.mostImages).contains(images) else {
      return false
    }
    func count(_ sums: inout [ByteString: Sum], _ name: ByteString) {
      sums[name, default: Sum(name: name)].runs += 1
      sums[name, default: Sum(name: name)].failed += status >= 2 ? 1 : 0
      sums[name, default: Sum(name: name)].images += images
      sums[name, default: Sum(name: name)].seconds += seconds
    }
    runs += 1
    count(&byUser, user)
    count(&byCommand, command)
    count(&byDay, ByteString(time.text.bytes.prefix(10)))
    return true
  }

  private static func sorted(_ sums: [ByteString: Sum]) -> [Sum] {
    sums.values.sorted { $0.name < $1.name }
  }
}
