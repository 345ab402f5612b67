import ByteText
import TestKit
import Testing

/// Signals to commands that only tell what is there: nobody wants the rest.
struct AbandonTests {
  /// Makes a dataset of 50,000 images that are nowhere but in its catalog, runs a command, sends it
  /// SIGTERM when it has begun to write, and reads whatever still comes.
  private static let script: ByteString = """
    import os, signal, subprocess, sys
    with open('pets/.imgds.jsonl', 'a') as catalog:
        for n in range(50000):
            sha256 = '%064x' % (n << 192)
            catalog.write('{"type":"added","id":"%s","class":"cat","time":"2026-01-02T03:04:05Z",'
                '"by":"ann","sha256":"%s","bytes":99,"format":"png","width":9,"height":9,'
                '"orientation":1,"mode":"rgb8","colours":[],"phash":"%016x","source":"a/%d.png",'
                '"visibility":"public"}\\n' % (sha256[:16], sha256, n, n))
    whole = len(subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True).stdout)
    running = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
    read = len(os.read(running.stdout.fileno(), 1))
    running.send_signal(signal.SIGTERM)
    read += len(running.stdout.read())
    print(whole > 1000000, read < whole // 2, running.wait())
    """

  @Test(arguments: [["list", "pets"], ["list", "pets", "--json"], ["log", "pets"]])
  func `a signal ends what is told at once`(words: [ByteString]) throws {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat")
    try dir.write("run.py", text: Self.script)
    let command = words.reduce(into: ByteString("python3 run.py $IMGDS")) { $0 = $0 + " " + $1 }
    #expect(try dir.shell(command).text == "True True 143\n")
  }
}
