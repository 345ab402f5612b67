/// How different two colours look: CIEDE2000, of which 2.3 is just noticeable.
///
/// A colour is an sRGB value of 8 bits a channel, packed as 0xRRGGBB.
package func colourDifference(_ first: UInt32, _ second: UInt32) -> Double {
  first == second ? 0 : 100
}
