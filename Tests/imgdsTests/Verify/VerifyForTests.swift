import ByteText
import TestKit
import Testing

struct VerifyForTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    for (index, name) in (["1", "2", "10"] as [ByteString]).enumerated() {
      try dir.write(("tree/" + name).appending("a.png"), Pictures.png(index))
    }
  }

  @Test func `one json object a loader, keys in order`() throws {
    let lines = try dir.imgds("verify", "tree", "--for", "torchvision,timm", "--json").lines
    #expect(
      lines.suffix(3).dropLast() == [
        #"{"type":"loader","name":"torchvision","loads":true,"classes":3,"images":3,"splits":1,"message":""}"#,
        #"{"type":"loader","name":"timm","loads":true,"classes":3,"images":3,"splits":1,"#
          + #""message":"gives index 1 to class '2', others to '10'"}"#,
      ])
    let finding = try dir.imgds("verify", "tree", "--for", "timm", "--json").json("finding")
    #expect(finding.map { $0["code"] } == ["order"])
    #expect(finding.first?["file"] == "10")
  }

  @Test(arguments: ["--for", "--checks"] as [ByteString])
  func `a shell offers words that are known`(option: ByteString) throws {
    let script = try dir.imgds("completions", "bash").lines.map(\.displayed)
    let row = try #require(script.first { $0.contains("verify:\(option.displayed))") })
    let words = try #require(row.split(separator: "'").dropFirst().first).split(separator: " ")
    for word in words {
      let output = try dir.imgds(
        "verify", "tree", option, ByteString(String(word)), "--quick", status: nil)
      #expect(output.status < 2, "\(word)")
    }
    let wrong = try dir.imgds("verify", "tree", option, "x", status: 2).errors
    if option == "--for" { #expect(words.allSatisfy { wrong.contains($0) }) }
  }

  @Test func `a table, and with strict an exit status`() throws {
    let run = try dir.imgds("verify", "tree", "--for=timm", "--for=keras,timm", "--quick")
    #expect(
      run.lines.suffix(3) == [
        "loader  loads    classes  images  splits",
        "timm    changed        3       3       1",
        "keras   exactly        3       3       1",
      ])
    try dir.imgds("verify", "tree", "--for", "timm", "--strict", status: 1)
    try dir.imgds("verify", "tree", "--for", "keras", "--strict")
  }

  @Test func `an unknown loader names the nearest`() throws {
    let run = try dir.imgds("verify", "tree", "--for", "torchvison", status: 2)
    #expect(run.errors.contains("did you mean 'torchvision'"))
  }

  @Test func `a dataset and its zip`() throws {
    try dir.imgds("init", "pets")
    try dir.imgds("add", "pets", "tree", "--by-folder", "--create")
    try dir.imgds("pack", "pets")
    for (path, datumaro) in [("pets", ".imgds.jsonl"), ("pets_dataset.zip", "README.md")] {
      let lines = try dir.imgds(
        "verify", ByteString(path), "--for", "torchvision,keras,hf,fiftyone,datumaro", "--json"
      ).json.filter { $0["type"]?.text == "loader" }
      #expect(lines.map { $0["message"]?.text == "" } == [true, true, true, true, false])
      #expect(lines.last?["message"]?.text?.displayed.contains("'\(datumaro)'") == true)
    }
  }
}
