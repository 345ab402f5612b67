package import ByteText
internal import System

/// How many files a walk of some paths would meet, for whoever shows how far the work is.
///
/// Lists folders and opens nothing; what changes meanwhile makes it an estimate.
///
/// - Parameter dataset: what the walk passes over unless it is named, as `add` does.
package func fileCount(below paths: [ByteString], outside dataset: Dataset? = nil) -> Int {
  var walk = TreeWalk(paths, excluding: dataset.flatMap { try? Files.status($0.path) })
  var count = 0
  while walk.next() != nil { count += 1 }
  return count
}
