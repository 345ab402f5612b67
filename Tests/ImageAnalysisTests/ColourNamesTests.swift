import ImageAnalysis
import Testing

struct ColourNamesTests {
  /// Colours, and the basic words that people would take for each.
  private static let agreed: [(UInt32, Set<String>)] = [
    (0xFF0000, ["red"]), (0xDC143C, ["red"]), (0x800000, ["red"]), (0xFFA500, ["orange"]),
    (0xFF8C00, ["orange"]), (0xFFFF00, ["yellow"]), (0xFFD700, ["yellow"]),
    (0x008000, ["green"]), (0x00FF00, ["green"]), (0x808000, ["green"]), (0x00FFFF, ["cyan"]),
    (0x008080, ["cyan"]), (0x0000FF, ["blue"]), (0x000080, ["blue"]), (0x4169E1, ["blue"]),
    (0x800080, ["purple"]), (0x4B0082, ["purple"]), (0xFF00FF, ["pink", "purple"]),
    (0xFFC0CB, ["pink"]), (0xFF69B4, ["pink"]), (0xFADADD, ["pink"]), (0x8B4513, ["brown"]),
    (0x3D2B1F, ["brown"]), (0x3B2F2F, ["brown"]), (0xD2B48C, ["brown"]), (0x000000, ["black"]),
    (0x111111, ["black"]), (0x808080, ["grey"]), (0xC0C0C0, ["grey"]), (0xFFFFFF, ["white"]),
    (0xF5F5F5, ["white"]),
    (0xF1C27D, ["orange", "brown"]), (0x8D5524, ["brown"]), (0xC68642, ["brown"]),
    (0x87CEEB, ["blue"]), (0x6FA8DC, ["blue"]), (0x567D46, ["green"]), (0x3F6B2F, ["green"]),
    (0x2C3E50, ["blue"]), (0xA52A2A, ["red", "brown"]), (0xF77F00, ["orange"]),
  ]

  @Test(arguments: agreed)
  func `a colour is called what people call it`(hex: UInt32, words: Set<String>) throws {
    let name = ColourNames.name(
      red: UInt8(hex >> 16), green: UInt8(hex >> 8 & 255), blue: UInt8(hex & 255))
    let basic = try #require(ColourNames.basicName(of: name))
    #expect(words.contains(basic), "\(name)")
  }

  @Test(arguments: [
    (0x000080, "navy"), (0x008080, "teal"), (0xF5F5DC, "beige"), (0xFFD700, "gold"),
    (0x800000, "maroon"), (0x808000, "olive"), (0x40E0D0, "turquoise"), (0xFF7F50, "coral"),
    (0x4B0082, "indigo"), (0xE6E6FA, "lavender"), (0xFA8072, "salmon"), (0xD2B48C, "tan"),
  ])
  func `finer names are used where people have them`(hex: UInt32, name: String) {
    #expect(
      ColourNames.name(
        red: UInt8(hex >> 16), green: UInt8(hex >> 8 & 255), blue: UInt8(hex & 255)) == name)
  }

  @Test func `every name belongs to one of twelve basic words`() {
    #expect(ColourNames.basic.count == 12)
    #expect(Set(ColourNames.all).count == ColourNames.all.count)
    for name in ColourNames.all {
      let basic = ColourNames.basicName(of: name)
      #expect(basic.map(ColourNames.basic.contains) == true, "\(name)")
    }
    for word in ColourNames.basic { #expect(ColourNames.basicName(of: word) == word) }
    #expect(ColourNames.basicName(of: "tired") == nil)
  }

  @Test func `a name that holds a basic word belongs to it`() {
    for name in ColourNames.all {
      let words = name.split(separator: " ").map(String.init)
      for word in words where ColourNames.basic.contains(word) {
        #expect(ColourNames.basicName(of: name) == word)
      }
    }
  }
}
