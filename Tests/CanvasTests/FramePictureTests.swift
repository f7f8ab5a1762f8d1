import Canvas
import Testing

@Suite("A frame as a picture")
struct FramePictureTests {
  private func svg(_ draw: (inout Frame) -> Void) throws -> String {
    let palette = Dictionary(
      uniqueKeysWithValues: (0..<16).map {
        ("base0" + String($0, radix: 16, uppercase: true), "00000\(String($0, radix: 16))")
      })
    let theme = try Theme(name: "test", isDark: true, palette: palette, roles: ["popup": "default reverse"])
    var frame = Frame(size: CellSize(columns: 10, rows: 3))
    draw(&frame)
    return frame.svg(in: theme, title: "A & B")
  }

  @Test("keeps text as text, each run at its columns in its colour and look")
  func text() throws {
    let picture = try svg { frame in
      frame.put("a<b & c", row: 1, column: 1)
      frame.put("日本", row: 2, column: 0, attributes: [.bold, .underline])
    }
    #expect(picture.contains(">a&lt;b &amp; c</text>"))
    #expect(picture.contains("<text x=\"9\" y=\"33\" textLength=\"63\">"))
    #expect(picture.contains("<text x=\"0\" y=\"52\" textLength=\"36\">日本</text>"))
    #expect(
      picture.contains("<g fill=\"#000005\" font-weight=\"bold\" text-decoration=\"underline\">"))
    #expect(picture.contains("<title>A &amp; B</title>"))
  }

  @Test("parts words that stand far from each other, so that none is moved by another's width")
  func columns() throws {
    let picture = try svg { frame in frame.put("ab   cd e", row: 0, column: 0) }
    #expect(picture.contains("<text x=\"0\" y=\"14\" textLength=\"18\">ab</text>"))
    #expect(picture.contains("<text x=\"45\" y=\"14\" textLength=\"36\">cd e</text>"))
  }

  @Test("draws lines and bars, so that they meet in every typeface")
  func lines() throws {
    let picture = try svg { frame in
      frame.box(CellRectangle(row: 0, column: 0, columns: 4, rows: 3))
      frame.put("▌", row: 1, column: 6)
    }
    #expect(!picture.contains("<text"))
    #expect(picture.contains("M9 9.5h18"), "the upper edge is one line")
    #expect(picture.contains("M4.5 9.5V19M4.5 9.5H9"), "the upper left corner")
    #expect(picture.contains("M4.5 19V38"), "the left edge")
    #expect(picture.contains("M54 19h4v19H54z"), "the bar takes half a cell")
  }

  @Test("fills what stands on another ground than the page")
  func grounds() throws {
    let picture = try svg { frame in
      frame.fill(CellRectangle(row: 1, column: 2, columns: 3, rows: 1), surface: .selection)
      frame.fill(CellRectangle(row: 2, column: 0, columns: 2, rows: 1), surface: .popup)
    }
    #expect(picture.contains("<path fill=\"#000002\" d=\"M18 19h27v19H18z\"/>"))
    #expect(
      picture.contains("<path fill=\"#000005\" d=\"M0 38h18v19H0z\"/>"), "reversed: the ink is the ground")
  }

  @Test("takes black and white for the terminal's own colours")
  func ownColors() {
    var frame = Frame(size: CellSize(columns: 4, rows: 1))
    frame.put("ab", row: 0, column: 0)
    let picture = frame.svg(in: .plain, title: "")
    #expect(picture.contains("rx=\"8\" fill=\"#000000\""))
    #expect(picture.contains("<g fill=\"#ffffff\">"))
  }
}
