import Canvas
import CursesTerminal
import Testing

/// Bytes that come in pieces, with time between them.
@Suite("Sequences in pieces")
struct CutSequenceTests {
  private typealias Token = InputDecoder.Token

  /// A decoder whose clock the test sets.
  private struct Line {
    var decoder = InputDecoder()
    var now = ContinuousClock.now
    var tokens: [Token] = []

    /// Bytes come; then so much time passes in small steps.
    mutating func send(_ bytes: some Sequence<UInt8>, then pause: Duration = .zero) {
      decoder.feed(bytes, at: now)
      take()
      let end = now + pause
      while now < end {
        now += .milliseconds(10)
        take()
      }
    }

    private mutating func take() {
      while let token = decoder.next(at: now) { tokens.append(token) }
    }
  }

  private static let sequences: [(String, [Token])] = [
    ("\u{1B}[A", [.event(.key(KeyChord(.up)))]),
    ("\u{1B}[1;5C", [.event(.key(KeyChord(.right, .control)))]),
    ("\u{1B}[6~", [.event(.key(KeyChord(.pageDown)))]),
    ("\u{1B}OP", [.event(.key(KeyChord(.function(1))))]),
    ("\u{1B}[[B", [.event(.key(KeyChord(.function(2))))]),
    ("\u{1B}[5$", [.event(.key(KeyChord(.pageUp, .shift)))]),
    ("\u{1B}[1086::106;5:1u", [.event(.key(KeyChord(.character("j"), .control)))]),
    ("ж", [.event(.key(.character("ж")))]),
    ("\u{1F600}", [.event(.key(.character("\u{1F600}")))]),
    ("\u{1B}ж", [.event(.key(.character("ж", .alt)))]),
    ("\u{1B}[<0;10;20M", [.event(.mouse(MouseEvent(.press, at: CellPoint(row: 19, column: 9))))]),
    ("\u{1B}[M *4", [.event(.mouse(MouseEvent(.press, at: CellPoint(row: 19, column: 9))))]),
    ("\u{1B}[200~два\rслова\u{1B}[201~", [.event(.paste("два\nслова"))]),
    ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\", [.background(RGB(0xFF_8000))]),
    ("\u{1B}]11;rgb:f/8/0\u{7}", [.background(RGB(0xFF_8800))]),
    ("\u{1B}]11;#fafbf5\u{7}\u{1B}\\", [.background(RGB(0xFA_FBF5))]),
    (
      "\u{1B}]11;rgba:ff/80/00/cc\u{1B}\\\u{1B}[?62;4c", [.background(RGB(0xFF_8000)), .attributes([62, 4])]
    ),
    // rxvt-unicode ends a string by the Escape alone.
    ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\u{1B}[?1;2c", [.background(RGB(0xFF_8000)), .attributes([1, 2])]),
    ("\u{1B}_Gi=1;OK\u{1B}\\", [.graphics(true)]),
    ("\u{1B}_Gi=1;EINVAL:no\u{1B}\\", [.graphics(false)]),
    ("\u{1B}[6;20;10t", [.cell(PixelSize(width: 10, height: 20))]),
    ("\u{1B}P>|XTerm(379)\u{1B}\\", []), ("\u{1B}P1$r0m\u{1B}\\", []), ("\u{1B}^note\u{1B}\\", []),
    ("\u{1B}[>41;379;0c", []), ("\u{1B}]11;rgb:zz/1/1\u{7}", []), ("\u{1B}[24;80R", []), ("\u{1B}[?7u", []),
  ]

  @Test(
    "mean the same wherever they are cut, also with time passing at the cut", arguments: [0, 30, 400, 1_500])
  func everyCut(milliseconds: Int) {
    for (text, tokens) in Self.sequences {
      let bytes = Array(text.utf8)
      for cut in 1...bytes.count {
        // An Escape at the end of a piece is the key when nothing follows soon; that of a string's end is not.
        let isLone =
          bytes[cut - 1] == 0x1B && tokens.allSatisfy { if case .event = $0 { true } else { false } }
        guard milliseconds < 100 || cut == bytes.count || !(isLone || cut == 1) else { continue }
        let isBetweenAnswers = text.contains("\u{1B}\u{1B}[") && bytes[cut - 1] == 0x1B
        guard milliseconds < 100 || !isBetweenAnswers else { continue }
        var line = Line()
        line.send("a".utf8)
        line.send(bytes[..<cut], then: .milliseconds(milliseconds))
        line.send(bytes[cut...])
        line.send("b".utf8, then: .seconds(1))
        #expect(
          line.tokens == [.event(.key(.character("a")))] + tokens + [.event(.key(.character("b")))],
          "\(text.debugDescription) cut at \(cut), \(milliseconds) ms")
      }
    }
  }

  @Test("mean the same byte by byte")
  func byteByByte() {
    for (text, tokens) in Self.sequences {
      var line = Line()
      for byte in text.utf8 { line.send([byte], then: .milliseconds(60)) }
      line.send([], then: .seconds(1))
      #expect(line.tokens == tokens, "\(text.debugDescription)")
    }
  }

  @Test("of which the Escape was taken for the key are that key after it, and never its letters")
  func escapeCutOff() {
    for (rest, key) in [
      ("[A", KeyChord(.up)), ("[1;5C", KeyChord(.right, .control)), ("OP", KeyChord(.function(1))),
    ] {
      var line = Line()
      line.send([0x1B], then: .milliseconds(400))
      line.send(rest.utf8, then: .seconds(1))
      #expect(line.tokens == [.event(.key(KeyChord(.escape))), .event(.key(key))])
    }
    // A person who types the same is slower.
    var line = Line()
    line.send([0x1B], then: .milliseconds(400))
    line.send("[".utf8, then: .milliseconds(200))
    line.send("A".utf8, then: .seconds(1))
    #expect(
      line.tokens
        == [.event(.key(KeyChord(.escape))), .event(.key(.character("["))), .event(.key(.character("A")))])
  }

  @Test("leave a lone Escape quick, and the key after it its own")
  func loneEscape() {
    var line = Line()
    line.send([0x1B], then: .milliseconds(150))
    #expect(line.tokens == [.event(.key(KeyChord(.escape)))])
    line.send("j".utf8)
    #expect(line.tokens.last == .event(.key(.character("j"))))
    line.send("\u{1B}\u{1B}".utf8, then: .milliseconds(150))
    #expect(line.tokens.suffix(2) == [.event(.key(KeyChord(.escape))), .event(.key(KeyChord(.escape)))])
  }

  @Test(
    "whose end never comes are swallowed after seconds, and the keyboard is back",
    arguments: [
      "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]11;rgb:ff", "\u{1B}]", "\u{1B}P1$r", "\u{1B}_Gi=1", "\u{D0}",
    ])
  func neverEnded(text: String) {
    var line = Line()
    // The last one is the half of a letter.
    line.send(text == "\u{D0}" ? [0xD0] : Array(text.utf8), then: .seconds(4))
    line.send("j".utf8)
    #expect(line.tokens == [.event(.key(.character("j")))])
    #expect(line.decoder.deadline == nil)
  }

  @Test("that go on without an end are given up though more of them comes, and take no room")
  func endless() {
    var line = Line()
    line.send("\u{1B}]11;".utf8)
    for _ in 0..<100 { line.send(Array(repeating: 0x61, count: 100_000), then: .milliseconds(100)) }
    line.send([], then: .seconds(3))
    line.send("j".utf8)
    #expect(line.tokens.last == .event(.key(.character("j"))))
    line.send("\u{1B}[".utf8 + Array(repeating: 0x31, count: 50_000))
    line.send("~k".utf8)
    #expect(line.tokens.last == .event(.key(.character("k"))))
  }

  @Test("are a paste to its closing bracket, which may be lost or come twice")
  func paste() {
    var line = Line()
    line.send("\u{1B}[200~Q".utf8, then: .seconds(3))
    line.send("A\u{1B}[201~\u{1B}[201~j".utf8)
    #expect(line.tokens == [.event(.paste("QA")), .event(.key(.character("j")))])
    line.tokens = []
    line.send("\u{1B}[200~без конца\u{1B}[20".utf8, then: .seconds(6))
    line.send("j".utf8)
    #expect(line.tokens == [.event(.paste("без конца")), .event(.key(.character("j")))])
  }

  @Test("are Alt and keys where a person types what begins an answer")
  func typedIntroducers() {
    var line = Line()
    line.send("\u{1B}]j\u{1B}Pk\u{1B}_l".utf8)
    let keys: [KeyChord] = [
      .character("]", .alt), .character("j"), .character("P", .alt), .character("k"), .character("_", .alt),
      .character("l"),
    ]
    #expect(line.tokens == keys.map { .event(.key($0)) })
  }
}
