import ImageCodec
import Testing

@Suite struct MediaTypeTextTests {
  @Test(arguments: [
    MediaTypeSample("text/plain", "two words\n"),
    .init("text/plain", "caf\u{E9}\n"),
    .init("text/plain", "\u{FF}\u{FE}h\0i\0"),
    .init("text/plain", "zeroes at the end do not count\0\0\0"),
    .init("application/octet-stream", "a zero\0inside"),
    .init("application/octet-stream", "a control \u{02} character"),
    .init("application/octet-stream", "\u{FF}\u{FE}h\0\u{01}\0"),
  ])
  func `tells text from data by its control characters`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
  }

  @Test(arguments: [
    MediaTypeSample("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    .init("image/svg+xml", "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg/>"),
    .init("image/svg+xml", "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg>"),
    .init("image/svg+xml", "<!DOCTYPE x [ <!ENTITY y \"z\"> ]>\n<s:svg xmlns:s=\"u\"/>"),
    .init("image/svg+xml", "\u{EF}\u{BB}\u{BF}\n <svg width=\"1\"/>"),
    .init("text/html", "<!DOCTYPE html>\n<p>an <svg/> inside"),
    .init("text/html", "<!-- <svg> -->\n<HTML>"),
    .init("text/html", "a lonely <title>page</title>"),
    .init("text/xml", "<?xml version=\"1.0\"?><svgx/>"),
    .init("text/xml", "<?xml version=\"1.0\"?><a><svg/></a>"),
    .init("text/plain", "svg and html are words"),
  ])
  func `tells markup by its root element`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
    #expect(sample.detected.isImage == (sample.type == "image/svg+xml"))
  }

  @Test(arguments: [
    MediaTypeSample("application/json", #"{"a": [1, -2.5e3, true, null, {"b\"": "]"}], "c": {}}"#),
    .init("application/json", "[]\n"),
    .init("application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n"),
    .init("text/plain", "{\"a\": }"),
    .init("text/plain", "[1, 2"),
    .init("text/plain", "[1] and more"),
    .init("text/plain", "[1}"),
    .init("text/plain", String(repeating: "[", count: 9000)),
    .init("text/plain", "\"a string alone\""),
  ])
  func `tells json by its grammar`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
  }

  @Test func `takes json that goes on behind the prefix for json`() {
    let bytes = Array(#"{"a": [1, "an unfinished str"#.utf8)
    #expect(detectMediaType(bytes.span, isWhole: false).name == "application/json")
    #expect(detectMediaType(bytes.span, isWhole: true).name == "text/plain")
  }

  @Test(arguments: [
    MediaTypeSample("text/csv", "id,label\n1,cat\n2,\"dog, big\"\n"),
    .init("text/plain", "id,label\n1,cat\n"),
    .init("text/plain", "one, two\nthree\nfour, five\n"),
    .init("text/x-shellscript", "#!/bin/sh\necho hello\n"),
    .init("text/x-script.python", "#!/usr/bin/env python3\n"),
    .init("text/x-script.python", "import os\n\ndef walk(path):\n  pass\n"),
    .init("text/x-c", "/* a */\n#include <stdio.h>\n"),
    .init("text/x-gimp-gpl", "GIMP Palette\nName: x\n"),
  ])
  func `tells tables and programs by their lines`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
  }

  @Test(arguments: [
    MediaTypeSample("image/x-portable-bitmap", "P1\n1 1\n1\n"),
    .init("image/x-portable-graymap", "P2 1 1 255 7\n"),
    .init("image/x-xpixmap", "/* XPM */\nstatic char *x[] = {"),
    .init("image/x-xbitmap", "#define a_width 8\n#define a_height 1\nstatic char a_bits[] = {0};"),
  ])
  func `knows pictures written as text`(sample: MediaTypeSample) {
    #expect(sample.detected.name == sample.type)
    #expect(sample.detected.isImage)
  }
}
