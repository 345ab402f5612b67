import ByteText
import Glibc

@testable import ImageDataset

/// Records say the same when written anew; a catalog is folded whatever it holds, no line unseen.
///
/// Files are a thousand times slower than lines, so that one input in sixteen is made one.
func fuzzCatalog(_ input: [UInt8]) {
  for line in input.split(separator: 0x0A) {
    let line = Array(line)
    guard let record = try? CatalogRecord(line: line.span) else { continue }
    var written = record.line
    written.removeLast()
    let again = try? CatalogRecord(line: written.span)
    require(again?.line == record.line, "a record changed on its way")
  }
  if input.count.isMultiple(of: 16) { fuzzCatalogFile(input) }
}

private func fuzzCatalogFile(_ input: [UInt8]) {
  let path = ByteString("/dev/shm/imgds-fuzz-\(getpid())")
  require(write(input, to: path), "cannot write to /dev/shm")
  do {
    let file = try CatalogFile(path)
    let index = try CatalogIndex(file)
    require(index.extent.lines == input.count { $0 == 0x0A }, "a line went by unseen")
    require(index.extent.isTorn == (input.last.map { $0 != 0x0A } ?? false), "a torn end unseen")
    require(index.faults.allSatisfy { !$0.message.isEmpty }, "a fault says nothing")
    try file.forEachRecord(in: index, { _ in }, fault: { _ in })
  } catch {
    require(false, "a catalog that was written cannot be read")
  }
}

private func write(_ bytes: [UInt8], to path: ByteString) -> Bool {
  guard let file = unsafe fopen(path.displayed, "wb") else { return false }
  defer { unsafe fclose(file) }
  return unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count
}
