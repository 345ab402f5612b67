/// The words people use for colours.
///
/// A colour has the name of the nearest of some well-known colours, in the uniform space. Several
/// stand for one name where people use it widely: dark brown and light brown are both brown.
package enum ColourNames {
  /// The twelve basic words.
  package static let basic = [
    "red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "brown", "black", "grey",
    "white",
  ]

  /// Every name that ``name(red:green:blue:)`` gives: the basic words, then the finer ones.
  package static let all: [String] = {
    let finer = wellKnown.map(\.name).filter { !basic.contains($0) }
    return basic + finer
  }()

  /// Where the well-known colours lie.
  private static let places = ColourCloud(
    wellKnown.flatMap(\.examples).map { hex in
      UniformSpace.din99o.position(of: hex >> 16 | hex & 0xFF00 | (hex & 255) << 16)
    })

  /// The index in ``wellKnown`` of each of the places.
  private static let indices = wellKnown.enumerated().flatMap { index, known in
    known.examples.map { _ in index }
  }

  /// The name of a colour, sRGB of 8 bits.
  package static func name(red: UInt8, green: UInt8, blue: UInt8) -> String {
    let place = UniformSpace.din99o.position(
      red: Float(red), green: Float(green), blue: Float(blue))
    return wellKnown[indices[places.nearest(to: place)]].name
  }

  /// The basic word a name belongs to; nil of a word that is no name.
  package static func basicName(of name: String) -> String? {
    basicNames[name]
  }

  /// The place in ``basic`` of the basic word a name belongs to.
  package static func basicIndex(of name: String) -> Int? {
    basicPlaces[name]
  }

  private static let basicPlaces: [String: Int] = {
    var places: [String: Int] = [:]
    for known in wellKnown { places[known.name] = basic.firstIndex(of: known.basic) }
    return places
  }()

  private static let basicNames = Dictionary(
    wellKnown.map { ($0.name, $0.basic) }, uniquingKeysWith: { first, _ in first })
}
