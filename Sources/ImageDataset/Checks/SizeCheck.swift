internal import ByteText
internal import System

/// Asks whether every file is as long as the image that was added, without reading it.
struct SizeCheck: Check {
  let dataset: Dataset

  func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    let file = try CatalogFile(dataset.catalogPath)
    let path = dataset.path
    var findings: [Finding] = []
    try file.mapRecords(in: CatalogIndex(file)) { block -> Result<[Finding], SystemError> in
      var found: [Finding] = []
      var failure: SystemError?
      block.readSizes { place, bytes in
        guard failure == nil else { return }
        do throws(SystemError) {
          let size = try Files.status(path.appending(place.file)).size
          guard size != bytes else { return }
          let message = "it is \(size) bytes long, \(bytes) were added"
          found.append(Finding(.changed, place.file, message))
        } catch {
          if !error.isMissing, !error.isForbidden { failure = error }
        }
      }
      return failure.map { .failure($0) } ?? .success(found)
    } consume: {
      findings += try $0.get()
    }
    for finding in findings.sorted(by: { $0.file < $1.file }) { report(finding) }
  }
}
