/// A program that reads folders of classes, under the word by which `--for` knows it.
///
/// Each is modelled as its release of late 2026 behaves with default settings: torchvision 0.28,
/// Keras 3, TensorFlow Datasets 4.9, Hugging Face `datasets` 5.2, webdataset 1.0, FiftyOne 1.22,
/// Datumaro 1.13 and timm 1.0. `Tests/Interop` holds the models against the real ones.
package enum Loader: String, Sendable, CaseIterable {
  case torchvision, keras, tfds, hf, webdataset, fiftyone, datumaro, timm

  /// How the loader's model reads a tree.
  func model(of tree: LoaderTree) -> any LoaderModel {
    switch self {
    case .torchvision: TorchvisionFolder(tree)
    case .keras: KerasDirectory(tree)
    case .tfds: TFDSFolder(tree)
    case .hf: HuggingFaceFolder(tree)
    case .webdataset: WebDatasetShards()
    case .fiftyone: FiftyOneTree(tree)
    case .datumaro: DatumaroImageNet(tree)
    case .timm: TimmFolder(tree)
    }
  }
}
