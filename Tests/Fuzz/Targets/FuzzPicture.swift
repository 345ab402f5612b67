import ImageAnalysis
import ImageCodec

/// A picture is judged alike in whatever pieces it comes, and every sound one can be analysed.
func fuzzPicture(_ input: [UInt8]) {
  let whole = judge(input, piece: input.count)
  require(whole == judge(input, piece: 1 + input.count % 61), "another verdict in pieces")
}

private func judge(_ input: [UInt8], piece: Int) -> Result<ImageInfo, DecodeRefusal> {
  var options = DecodeOptions()
  options.maxPixels = 1 << 16
  options.maxScans = 20
  options.maxMetadataBytes = 1 << 20
  var analyser = PictureAnalyser()
  do throws(DecodeRefusal) {
    let info = try decodeImage(from: Pieces(input, piece), options: options, into: &analyser)
    require(info.totalBytes == input.count, "a sound picture was not read to its end")
    require(1...8 ~= info.orientation, "an orientation that does not exist")
    let analysis = analyser.finish(orientation: info.orientation)
    let shares = analysis.colours.map(\.share)
    require(shares.count <= 5 && shares.reduce(0, +) < 1.01, "shares of more than the picture")
    require(shares.allSatisfy { 0...1 ~= $0 }, "a share that is none")
    return .success(info)
  } catch {
    require(!error.message.isEmpty && error.code != .readFailed, "a refusal says nothing")
    return .failure(error)
  }
}

/// Bytes that come a few at a time.
private final class Pieces: ByteStream {
  private let bytes: [UInt8]
  private let most: Int
  private var place = 0

  init(_ bytes: [UInt8], _ most: Int) {
    self.bytes = bytes
    self.most = most
  }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    let count = min(most, buffer.count, bytes.count - place)
    for index in 0..<count { buffer[index] = bytes[place + index] }
    place += count
    return count
  }
}
