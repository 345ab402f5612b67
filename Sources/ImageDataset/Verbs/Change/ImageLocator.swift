internal import ByteText
internal import ImageCodec
internal import System

/// Finds the image that an argument names: a unique prefix of its id, or its path.
///
/// A whole id costs one look-up a class; the tree is listed only for prefixes.
struct ImageLocator {
  /// The fewest digits that name an image.
  static let shortestPrefix = 4

  private let tree: ClassTree
  /// Every image, sorted by ids; read when a prefix is to be found.
  private var listing: [ImagePlace]?

  init(_ tree: ClassTree) {
    self.tree = tree
  }

  /// The place of an image; one that a search found is taken nowhere else.
  ///
  /// - Throws: ``Refusal`` if there is none or more than one; ``SystemError``.
  ///
  /// - Parameter target: the class that it is to be moved to: an image that a path names and that lies
  ///   there by now is the one that is meant.
  mutating func locate(
    _ request: ImageRequest, movingTo target: ByteString? = nil
  ) throws -> ImagePlace {
    guard let place = request.place else {
      let place = try locate(request.image, movingTo: target)
      try Self.checkClass(of: place, named: request.image)
      return place
    }
    try Self.checkClass(of: place, named: request.image)
    guard try Files.exists(tree.path(of: place, in: place.className)) else {
      throw Refusal(
        source: request.image, code: .notFound, message: "the dataset has no such image")
    }
    return place
  }

  /// Refuses an image in a folder that no record can name.
  private static func checkClass(of place: ImagePlace, named image: ByteString) throws {
    guard let fault = ClassName.fault(in: place.className) else { return }
    throw Refusal(
      source: image, code: .className,
      message: "the name of its folder \(fault), rename the folder with 'mv' first")
  }

  /// The place of the image that an argument names.
  ///
  /// - Throws: ``Refusal`` if there is none or more than one; ``SystemError``.
  mutating func locate(
    _ argument: ByteString, movingTo target: ByteString? = nil
  ) throws -> ImagePlace {
    if argument.bytes.contains(UInt8(ascii: "/")) { return try place(at: argument, or: target) }
    guard Self.isPrefix(argument) else {
      throw Refusal(
        source: argument, code: .notFound,
        message: "it is no id (4 to 16 lower-case hex digits) and no path in the dataset")
    }
    if let id = ImageID(argument) {
      if let place = try place(of: id) { return place }
    } else if let place = try place(startingWith: argument) {
      return place
    }
    throw Refusal(source: argument, code: .notFound, message: "the dataset has no such image")
  }

  /// Notes that an image lies elsewhere now.
  mutating func moved(_ place: ImagePlace, to target: ImagePlace) {
    var index = listing?.start(of: place.id.number) ?? 0
    while index < listing?.count ?? 0, listing?[index].id == place.id {
      if listing?[index] == place { listing?[index] = target }
      index += 1
    }
  }

  private func place(of id: ImageID) throws -> ImagePlace? {
    var found: [ImagePlace] = []
    for className in tree.names {
      for format in ImageFormat.allCases {
        let place = ImagePlace(className: className, id: id, format: format)
        if try Files.exists(tree.path(of: place, in: className)) { found.append(place) }
      }
    }
    return try Self.only(of: found, for: id.text)
  }

  private mutating func place(startingWith prefix: ByteString) throws -> ImagePlace? {
    guard let number: UInt64 = Hexadecimal.number(prefix.bytes) else { return nil }
    let all = try listing ?? tree.places().sorted { $0.id < $1.id }
    listing = all
    let shift = UInt64(64 - 4 * prefix.count)
    let found = all[all.start(of: number << shift)...].prefix { $0.id.number >> shift == number }
    return try Self.only(of: Array(found), for: prefix)
  }

  /// The one place that was found, or nil if there is none; a copied image lies in two.
  private static func only(
    of found: [ImagePlace], for argument: ByteString
  ) throws -> ImagePlace? {
    guard found.count > 1 else { return found.first }
    let shown = found.prefix(5).map(\.file.displayed).joined(separator: ", ")
    throw Refusal(
      source: argument, code: .ambiguous,
      message: "it names \(found.count) images: \(shown)\(found.count > 5 ? ", …" : "")")
  }

  private func place(at path: ByteString, or target: ByteString?) throws -> ImagePlace {
    for candidate in try tree.dataset.readings(of: path) {
      guard let folder = try Dataset.resolved(candidate.parent),
        folder.parent == tree.dataset.resolvedPath, tree.contains(folder.lastComponent),
        let place = ImagePlace(className: folder.lastComponent, fileName: candidate.lastComponent)
      else { continue }
      if try Files.exists(candidate) { return place }
      if let target, try Files.exists(tree.path(of: place, in: target)) {
        return ImagePlace(className: target, id: place.id, format: place.format)
      }
    }
    throw Refusal(source: path, code: .notFound, message: "it is no image of the dataset")
  }
}

extension Dataset {
  /// What an argument that holds a slash may mean: a path as the shell gives it, and where nothing lies
  /// under that, `CLASS/FILE` as reports give it.
  ///
  /// So what lies elsewhere is never taken for an image of the same name in the dataset.
  func readings(of path: ByteString) throws(SystemError) -> [ByteString] {
    let isOfReports = path.components.count == 2 && !path.hasPrefix(".") && !path.hasPrefix("/")
    guard isOfReports, try !Self.mayBeThere(path) else { return [path] }
    return [path, self.path.appending(path)]
  }

  private static func mayBeThere(_ path: ByteString) throws(SystemError) -> Bool {
    do {
      return try Files.exists(path)
    } catch {
      guard error.isOfPath else { throw error }
      return true
    }
  }

  /// A path with its links resolved; nil for one that leads nowhere that the process may look.
  static func resolved(_ path: ByteString) throws(SystemError) -> ByteString? {
    do {
      return try Files.resolved(path)
    } catch {
      guard error.isOfPath else { throw error }
      return nil
    }
  }
}

extension ClassTree {
  /// Every image that lies under its id, classes and names in the order of their bytes.
  func places() throws(SystemError) -> [ImagePlace] {
    var places: [ImagePlace] = []
    for name in names {
      for entry in try FolderListing(of: dataset.path.appending(name)) {
        if let place = ImagePlace(className: name, fileName: entry.name) { places.append(place) }
      }
    }
    return places
  }
}

extension [ImagePlace] {
  /// The first place whose id is not below a number, of places sorted by ids.
  fileprivate func start(of number: UInt64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id.number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
