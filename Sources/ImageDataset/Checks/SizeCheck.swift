internal import ByteText
internal import System

/// Asks whether every file is as long as the image that was added, without reading it.
struct SizeCheck: Check {
  let dataset: Dataset

  func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    let file = try CatalogFile(dataset.catalogPath)
    var findings: [Finding] = []
    try file.forEachRecord(in: CatalogIndex(file)) { record in
      let place = record.place.file
      do throws(SystemError) {
        let size = try Files.status(dataset.path.appending(place)).size
        guard size != record.facts.bytes else { return }
        let message = "it is \(size) bytes long, \(record.facts.bytes) were added"
        findings.append(Finding(.changed, place, message))
      } catch {
        guard error.isMissing || error.isForbidden else { throw error }
      }
    } fault: { _ in
    }
    for finding in findings.sorted(by: { $0.file < $1.file }) { report(finding) }
  }
}
