import Canvas
import Testing

@testable import CursesTerminal

@Suite("Colours on a terminal that has few")
struct ColorReducerTests {
  @Test(
    "a grey stays one, however few there are",
    arguments: [
      (ColorDepth.eight, 0x6F6A62, Int32(7)), (.eight, 0xC9C4BA, 7), (.eight, 0x101010, 0),
      (.eight, 0xFBF7EF, 7),
      (.sixteen, 0x757575, 8), (.sixteen, 0xE0DDD6, 7), (.indexed, 0x808080, 244),
    ] as [(ColorDepth, Int, Int32)])
  func greys(depth: ColorDepth, color: Int, number: Int32) {
    var reducer = ColorReducer(depth: depth)
    #expect(reducer.number(of: RGB(UInt32(color))) == number)
  }

  @Test(
    "a hue stays the nearest of its kind",
    arguments: [
      (ColorDepth.eight, 0xB3261E, Int32(1)), (.eight, 0x2E7D32, 2), (.eight, 0x1F3BB3, 4),
      (.sixteen, 0xFF3030, 9),
      (.indexed, 0xD70000, 160),
    ] as [(ColorDepth, Int, Int32)])
  func hues(depth: ColorDepth, color: Int, number: Int32) {
    var reducer = ColorReducer(depth: depth)
    #expect(reducer.number(of: RGB(UInt32(color))) == number)
  }
}
