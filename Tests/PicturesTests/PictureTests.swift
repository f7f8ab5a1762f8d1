import Canvas
import Foundation
import Pictures
import TestSupport
import Testing

/// The fixtures are one picture of 64 × 48 in four formats: red and blue above, green below.
@Suite("A picture")
struct PictureTests {
  private static let names = ["flag.png", "flag.jpeg", "flag.webp", "flag.gif"]

  private func isNear(_ color: RGB, _ other: RGB) -> Bool {
    abs(Int(color.red) - Int(other.red)) < 40 && abs(Int(color.green) - Int(other.green)) < 40
      && abs(Int(color.blue) - Int(other.blue)) < 40
  }

  @Test("is decoded from its bytes in every common format", arguments: names)
  func decoded(_ name: String) throws {
    let pixels = try PictureDecoder.pixels(of: Fixture.bytes(name), width: 64, height: 48)
    #expect(pixels.width == 64)
    #expect(pixels.height == 48)
    func color(_ x: Int, _ y: Int) -> RGB {
      let start = (y * 64 + x) * 4
      return RGB(red: pixels.bytes[start], green: pixels.bytes[start + 1], blue: pixels.bytes[start + 2])
    }
    #expect(isNear(color(8, 8), RGB(0xC8_1E1E)))
    #expect(isNear(color(56, 8), RGB(0x1E_3CC8)))
    #expect(isNear(color(32, 40), RGB(0x1E_963C)))
  }

  @Test("is drawn in cells with its colours and proportions", arguments: names)
  func drawn(_ name: String) throws {
    let cells = try PictureRenderer.cells(of: Fixture.bytes(name), within: CellSize(columns: 16, rows: 20))
    #expect(cells.size == CellSize(columns: 16, rows: 6))
    func colors(_ row: Int, _ column: Int) -> [RGB] {
      let element = cells.elements[row * 16 + column]
      return element.symbol == " "
        ? [element.background]
        : element.symbol == "█" ? [element.foreground] : [element.foreground, element.background]
    }
    #expect(colors(0, 1).allSatisfy { isNear($0, RGB(0xC8_1E1E)) })
    #expect(colors(0, 14).allSatisfy { isNear($0, RGB(0x1E_3CC8)) })
    #expect(colors(5, 8).allSatisfy { isNear($0, RGB(0x1E_963C)) })
  }

  @Test("of one shape fits whatever room there is")
  func fits() throws {
    let bytes = try Fixture.bytes("flag.png")
    for (columns, rows) in [(1, 1), (3, 1), (1, 9), (200, 2), (600, 600)] {
      let cells = try PictureRenderer.cells(of: bytes, within: CellSize(columns: columns, rows: rows))
      #expect(cells.size.columns <= columns && cells.size.rows <= rows)
    }
    #expect(throws: PictureError.noRoom) {
      try PictureRenderer.cells(of: bytes, within: CellSize(columns: 0, rows: 5))
    }
  }

  @Test("beyond the bounds is refused before it is decoded")
  func bounds() throws {
    let size = CellSize(columns: 10, rows: 10)
    for name in Self.names {
      let bytes = try Fixture.bytes(name)
      #expect(throws: PictureError.tooLarge) {
        try PictureRenderer.cells(of: bytes, within: size, limits: PictureLimits(bytes: 20))
      }
      #expect(throws: PictureError.self) {
        try PictureRenderer.cells(of: bytes, within: size, limits: PictureLimits(pixels: 64 * 48 - 1))
      }
    }
    #expect(throws: PictureError.unknownFormat) {
      try PictureRenderer.cells(of: Data("<svg/>".utf8), within: size)
    }
  }

  @Test("that is broken anywhere is an error and never a stall", arguments: names)
  func broken(_ name: String) async throws {
    let whole = try Fixture.bytes(name)
    var generator = SeededGenerator(seed: 3)
    let size = CellSize(columns: 8, rows: 8)
    for await _ in Stress.rounds(20_000) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes = bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))
      }
      _ = try? PictureRenderer.cells(of: bytes, within: size, limits: PictureLimits(pixels: 100_000))
    }
  }
}
