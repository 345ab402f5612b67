import ByteText
import TestKit
import Testing

struct SuggestModelTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    for seed in 1...3 { try dir.write(ByteString("new/\(seed).png"), Pictures.png(seed)) }
    try dir.imgds("add", "pets", "new/1.png", "--class", "dog")
    try dir.write("new/4.png", Array("no picture".utf8))
  }

  private func suggest(_ model: ByteString, status: Int = 0) throws -> TestOutput {
    try dir.imgds("suggest", "pets", "new", "--json", "--model", model, status: status)
  }

  @Test func `an outside program is asked once for each sound picture, in order`() throws {
    try dir.write(
      "model.sh",
      text: #"""
        echo started >> starts
        while read -r line; do
          echo "$line" >> asked
          echo '{"classes":[{"class":"cat","score":0.25},{"class":"dog","score":0.5},{"class":"x","score":0}]}'
        done
        """#)
    let lines = try suggest("sh model.sh").json
    #expect(
      lines.map { $0["type"]?.text }.prefix(4) == [
        "suggestion", "suggestion", "suggestion", "refused",
      ])
    let classes = lines[0]["classes"]?.elements ?? []
    #expect(classes.map { $0["class"] } == ["dog", "cat", "x"])
    #expect(classes.map { $0["score"] } == [0.5, 0.25, 0])
    #expect(classes[0]["reference"]?.text?.hasPrefix("dog/") == true)
    #expect(classes[1]["reference"] == .null)
    #expect(try dir.text("starts") == "started\n")
    #expect(
      try dir.text("asked").parts(ending: 0x0A) == [
        #"{"type":"picture","path":"new/1.png"}"#, #"{"type":"picture","path":"new/2.png"}"#,
        #"{"type":"picture","path":"new/3.png"}"#,
      ])
  }

  @Test func `a program may read everything before it answers`() throws {
    let model: ByteString =
      #"cat > all; sed 's/.*/{"classes":[{"class":"cat","score":1}]}/' all"#
    #expect(try suggest(model).summary["suggestions"] == 3)
  }

  @Test func `no command is wrong usage`() throws {
    for model in ["", " "] as [ByteString] {
      #expect(try suggest(model, status: 2).errors.contains("'--model' needs a command"))
    }
  }

  @Test(
    arguments: [
      ("exit 7", "ended with exit status 7 before it had answered for 'new/1.png'"),
      ("kill -9 $$", "ended with signal 9"),
      ("no-such-program", "exit status 127"),
      ("echo hello", "no JSON object with 'classes'"),
      ("cat", "no JSON object with 'classes'"),
      (#"echo '{"classes":[{"class":"cat"}]}'"#, "no JSON object with 'classes'"),
      (#"echo '{"classes":[{"class":"cat","score":2}]}'"#, "no JSON object with 'classes'"),
      (#"sed 's/.*/{"classes":[]}/'; echo more"#, "answered more than it was asked"),
      (#"sed 's/.*/{"classes":[]}/'; exit 4"#, "ended with exit status 4"),
    ] as [(ByteString, String)])
  func `a program's death or nonsense is a failure that says so`(
    model: ByteString, message: String
  ) throws {
    let run = try suggest(model, status: 3)
    #expect(run.errors.contains(message))
    #expect(run.errors.contains("imgds: cannot use '"))
  }
}
