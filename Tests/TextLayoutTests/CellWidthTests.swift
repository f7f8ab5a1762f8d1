import Testing
import TextLayout

@Suite("Cell widths")
struct CellWidthTests {
  @Test("Letters take one cell, marks none, ideographs two")
  func widths() {
    #expect(CellWidth.columns(of: "Ё") == 1)
    #expect(CellWidth.columns(of: "за\u{301}мок") == 5)
    #expect(CellWidth.columns(of: "и\u{306}") == 1)
    #expect(CellWidth.columns(of: "漢字") == 4)
    #expect(CellWidth.columns(of: "a\u{AD}b\u{200B}c\u{2060}") == 3)
  }

  @Test(
    "Spacing marks, conjuncts and halfwidth sound marks keep every sign, each in the cells that terminals give it"
  )
  func ownCells() {
    for (text, columns) in [("दिल्ली", 5), ("தமிழ்", 4), ("บ้ำ", 2), ("ｶﾞ", 2), ("กา", 2), ("한국", 4), ("เก่า", 3)] {
      #expect(CellWidth.columns(of: text) == columns, "\(text)")
      #expect(CellWidth.reduce(text).unicodeScalars.elementsEqual(text.unicodeScalars), "\(text)")
    }
  }

  @Test("A cluster is reduced to one spacing character and few marks, and keeps its width")
  func reduction() {
    #expect(CellWidth.reduce("👩‍👩‍👧‍👦!") == "👩!")
    #expect(CellWidth.reduce("👍🏽") == "👍")
    #expect(CellWidth.reduce("🇰🇿") == "KZ")
    #expect(CellWidth.columns(of: "🇰🇿") == 2)
    #expect(CellWidth.reduce("5\u{A0}м\u{AD}в\u{2011}г") == "5 мв-г")
    #expect(CellWidth.reduce("е\u{301}\u{302}\u{303}\u{304}\u{305}") == "е\u{301}\u{302}\u{303}\u{304}")
  }
}
