import Canvas
import Foundation
import Pictures
import TestSupport
import Testing

@Suite("A picture in pixels")
struct PixelTests {
  private static let cell = PixelSize(width: 9, height: 19)

  private func cells(_ name: String, _ form: PixelForm) throws -> PictureCells {
    try PictureRenderer.cells(of: Fixture.bytes(name), within: CellSize(columns: 16, rows: 20), form: form)
  }

  @Test("is a sixel string for every row of cells, as high as these and without a control inside")
  func sixels() throws {
    let cells = try cells("flag.png", .sixel(cell: Self.cell))
    guard case .sixel(let rows) = cells.pixels?.content else {
      Issue.record("no sixels")
      return
    }
    #expect(rows.count == cells.size.rows && cells.pixels?.cell == Self.cell)
    for row in rows {
      #expect(row.starts(with: [0x1B, 0x50]) && row.suffix(2) == [0x1B, 0x5C])
      #expect(row.dropFirst(2).dropLast(2).allSatisfy { (0x20...0x7E).contains($0) })
      // Nineteen rows of pixels take four bands of six.
      #expect(row.count { $0 == UInt8(ascii: "-") } == 3)
    }
  }

  @Test("is a PNG file of exactly its cells' pixels for kitty, with its colours")
  func kitty() throws {
    let cells = try cells("flag.webp", .kitty(cell: Self.cell))
    guard case .kitty(let png) = cells.pixels?.content else {
      Issue.record("no file")
      return
    }
    let pixels = try PictureDecoder.pixels(of: Data(png), width: 1, height: 1)
    #expect(pixels.width == cells.size.columns * 9 && pixels.height == cells.size.rows * 19)
    #expect(pixels.bytes[0] > 150 && pixels.bytes[2] < 80 && pixels.bytes[3] == 255)
    #expect(pixels.bytes[pixels.bytes.count - 3] > 100)
  }

  @Test("keeps to cells where a cell would be of no size that terminals have")
  func bounds() throws {
    for (width, height) in [(0, 0), (-1, 20), (10, 0), (5_000, 5_000)] {
      let cells = try cells("flag.gif", .sixel(cell: PixelSize(width: width, height: height)))
      #expect(cells.pixels == nil)
    }
  }
}
