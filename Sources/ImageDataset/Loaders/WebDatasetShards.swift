internal import ByteText

/// webdataset, which opens tar files and nothing else.
///
/// A folder or a zip is no shard, whatever is in it; a tree that is merely put into a tar has no labels
/// (source: `webdataset/tariterators.py`).
struct WebDatasetShards: LoaderModel {
  let endings: Set<ByteString> = []
  let splits: [ByteString] = []

  func places(of file: LoaderFile) -> [LoadedPlace] { [] }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    [
      LoaderRemark(
        code: .emptyClass, file: ".",
        message: "opens tar files only, write them with 'imgds pack --format webdataset'",
        isFatal: true)
    ]
  }
}
