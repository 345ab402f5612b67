import ByteText
import CommandGrammar
import ImageDataset
import System

/// Notes what a command did for whoever asked for it by `IMGDS_USAGE_LOG`.
///
/// One line in one write at the file's end, so that many processes may write one log. It must never be
/// in a command's way: what goes wrong is told and nothing more.
final class UsageLog {
  /// How many images the command took in, changed, told of or packed; none of what speaks of classes
  /// and records alone.
  var images = 0
  /// The command line as it was typed, if it failed.
  var words: [ByteString] = []
  /// The command, once it is understood.
  var invocation: Invocation?

  private let path: ByteString?
  private let start = Clocks.now()
  private let clock = Clocks.monotonicSeconds()

  init() {
    path = Environment.value("IMGDS_USAGE_LOG").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Appends the line, or says in words why it could not.
  func append(status: ExitCode) -> String? {
    guard let path, let command else { return nil }
    let dataset = invocation?.dataset.map { (try? Files.resolved($0)) ?? $0 }
    do throws(SystemError) {
      if let dataset, isDataset(dataset), try lies(path, in: dataset) {
        return "warning: the usage log '\(path.displayed)' lies inside the dataset, "
          + "nothing is noted in it"
      }
      let file = try OpenFile.appending(path)
      let line = line(command, dataset, status)
      try file.write(line.span)
      return nil
    } catch {
      return "warning: cannot write the usage log '\(path.displayed)': \(error.words)"
    }
  }

  /// The command that ran, or would have if its words had made sense; none for help and nonsense.
  private var command: ByteString? {
    if let invocation { return invocation.command.word }
    return words.first { word in CommandName.allCases.contains { $0.word == word } }
  }

  private func isDataset(_ path: ByteString) -> Bool {
    (try? Files.exists(path.appending(Dataset.catalogName))) ?? false
  }

  private func lies(_ path: ByteString, in dataset: ByteString) throws(SystemError) -> Bool {
    let folder = try Files.resolved(path.parent)
    return folder == dataset || folder.hasPrefix(dataset + "/")
  }

  private func line(
    _ command: ByteString, _ dataset: ByteString?, _ status: ExitCode
  ) -> [UInt8] {
    let named = Environment.value("IMGDS_USER").flatMap { $0.isEmpty ? nil : $0 }
    var json = JSONWriter()
    json.object { json in
      json.member("time", Timestamp(seconds: start).text)
      json.member("user", named ?? Account.name)
      json.member("command", command)
      if let dataset {
        json.member("dataset", bytes: dataset)
      } else {
        json.member("dataset") { $0.null() }
      }
      json.member("exit", Int(status.number))
      json.member("seconds", max(0, Clocks.monotonicSeconds() - clock), digits: 3)
      json.member("images", images)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
