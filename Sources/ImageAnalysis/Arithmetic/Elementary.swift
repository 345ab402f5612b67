/// Elementary functions from the four basic operations and the square root alone.
///
/// IEEE 754 fixes those to the last bit, so these give the same everywhere, which C libraries do
/// not promise. Errors stay below 1e-13 relative; arguments are those that occur with colours.
enum Elementary {
  private static let logarithmOf2 = 0.693147180559945309417

  /// The natural logarithm of a positive number.
  static func logarithm(_ value: Double) -> Double {
    let isLarge = value.significand > 1.414213562373095
    let mantissa = isLarge ? value.significand / 2 : value.significand
    let exponent = Double(value.exponent) + (isLarge ? 1 : 0)
    let ratio = (mantissa - 1) / (mantissa + 1)
    return 2 * inverseTangentSeries(ratio, square: ratio * ratio) + exponent * logarithmOf2
  }

  /// e to a power between −700 and 700.
  static func exponential(_ value: Double) -> Double {
    let exponent = (value / logarithmOf2).rounded()
    let rest = value - exponent * logarithmOf2
    var sum = 0.0
    for factor in exponentialSeries { sum = sum * rest + factor }
    return Double(sign: .plus, exponent: Int(exponent), significand: sum)
  }

  /// The cube root of a number that is not negative.
  static func cubeRoot(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var root = Double(sign: .plus, exponent: Int(value.exponent) / 3, significand: 1)
    for _ in 0..<8 {
      root = (2 * root + value / (root * root)) / 3
    }
    return root
  }

  /// The sine of an angle in radians.
  static func sine(_ angle: Double) -> Double {
    let turns = (angle / .pi).rounded()
    let rest = angle - .pi * turns
    let square = rest * rest
    var sum = 0.0
    for factor in sineSeries { sum = sum * square + factor }
    return (turns / 2).rounded() * 2 == turns ? rest * sum : -rest * sum
  }

  /// The cosine of an angle in radians.
  static func cosine(_ angle: Double) -> Double {
    sine(angle + .pi / 2)
  }

  /// The angle of the point (x, y) in radians, −π…π; 0 of the origin.
  static func angle(y: Double, x: Double) -> Double {
    let radius = (x * x + y * y).squareRoot()
    guard radius > 0 else { return 0 }
    if x < 0 {
      let supplement = angle(y: y, x: -x)
      return (y < 0 ? -.pi : .pi) - supplement
    }
    // Each step halves the angle: tan(t/2) = y / (r + x).
    let half = y / (radius + x)
    let quarter = half / (1 + (1 + half * half).squareRoot())
    let eighth = quarter / (1 + (1 + quarter * quarter).squareRoot())
    return 8 * inverseTangentSeries(eighth, square: -eighth * eighth)
  }

  /// x + x·s/3 + x·s²/5 + …, of arctan for s = −x² and of artanh for s = x², |s| < 0.05.
  private static func inverseTangentSeries(_ value: Double, square: Double) -> Double {
    var sum = 0.0
    for factor in inverseTangentFactors { sum = sum * square + factor }
    return value * sum
  }

  /// 1/n!, n from 15 down to 0.
  private static let exponentialSeries: [Double] = (0...15).reversed().map { 1 / factorial($0) }
  /// ±1/n!, n from 19 down to 1 by twos.
  private static let sineSeries: [Double] = (0...9).reversed().map {
    ($0.isMultiple(of: 2) ? 1 : -1) / factorial(2 * $0 + 1)
  }
  /// 1/n, n from 25 down to 1 by twos.
  private static let inverseTangentFactors: [Double] = (0...12).reversed().map {
    1 / Double(2 * $0 + 1)
  }

  private static func factorial(_ number: Int) -> Double {
    number < 2 ? 1 : Double(number) * factorial(number - 1)
  }
}
