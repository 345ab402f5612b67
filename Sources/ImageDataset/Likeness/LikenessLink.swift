/// Two pictures that show the same, by their numbers.
struct LikenessLink: Sendable {
  let one: Int
  let other: Int
  /// How alike they are, up to 1.
  let likeness: Float
}
