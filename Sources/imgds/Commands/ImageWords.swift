import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// The images that a command is to change: operands, ids on standard input, or what a search finds.
  func selection() throws -> ImageSelection {
    guard invocation.values(.where).isEmpty else {
      return .found(try SearchQuery(invocation.values(.where)))
    }
    var requests: [ImageRequest] = []
    for operand in invocation.operands.dropFirst() {
      guard operand == "-" else {
        requests.append(ImageRequest(operand))
        continue
      }
      let input = standardInput()
      while let item = try input.next() {
        requests.append(ImageRequest(item, line: input.position))
      }
    }
    return .named(requests)
  }

  /// Who asks for a change, and whether of others' images, too.
  func requester() throws(UsageError) -> Requester {
    Requester(try contributor(), isForced: invocation.flag(.force))
  }

  /// Tells how many private images of others a search passed over.
  func tellLeftOut(_ count: Int) {
    if count > 0 { console.remark("left out \(Quantity.count(count, "private image"))") }
  }
}
