import Canvas
import Foundation

/// Finds the nearest colour that a terminal has, by distance in OKLab (Ottosson 2020), where equal distances look
/// equal. The palette is never redefined: of 256 colours only those above the first sixteen have values that are
/// known. What is all but grey becomes a grey, black or white: of eight colours the nearest to a warm grey is red.
struct ColorReducer {
  let depth: ColorDepth
  private var cache: [UInt32: Int32] = [:]
  private let candidates: [(number: Int32, lab: Lab)]

  init(depth: ColorDepth) {
    self.depth = depth
    candidates =
      switch depth {
      case .none, .direct: []
      case .eight: Self.usual.prefix(8).enumerated().map { (Int32($0), Lab(RGB($1))) }
      case .sixteen: Self.usual.enumerated().map { (Int32($0), Lab(RGB($1))) }
      case .indexed: (16..<256).map { (Int32($0), Lab(Self.indexed($0))) }
      }
  }

  /// The number that the terminal's library knows a colour by; −1 for the terminal's own.
  mutating func number(of color: Color) -> Int32 {
    switch color {
    case .standard: return -1
    case .terminal(let number):
      if depth == .eight { return Int32(number % 8) }
      // Where colours are direct, the first eight numbers are still the terminal's own.
      if depth == .direct, number > 7, let rgb = color.rgb { return self.number(of: rgb) }
      return depth == .none ? -1 : Int32(number)
    case .direct(let rgb): return number(of: rgb)
    }
  }

  /// The same for red, green and blue.
  mutating func number(of rgb: RGB) -> Int32 {
    if depth == .direct { return rgb.value < 8 ? 0x01_0101 : Int32(rgb.value) }
    if let known = cache[rgb.value] { return known }
    let lab = Lab(rgb)
    var nearest: Int32 = -1
    var distance = Double.infinity
    let isGrey = lab.isGrey
    for candidate in candidates where !isGrey || candidate.lab.isGrey {
      let other = lab.distance(to: candidate.lab)
      if other < distance {
        distance = other
        nearest = candidate.number
      }
    }
    if cache.count > 1 << 16 { cache.removeAll() }
    cache[rgb.value] = nearest
    return nearest
  }

  /// A number that can be read on another: the same for both would be invisible, which few colours make of two
  /// that differ.
  mutating func readable(_ foreground: Int32, of color: Color, on background: Int32, of surface: Color)
    -> Int32
  {
    guard foreground == background, foreground >= 0, color != surface, depth < .indexed else {
      return foreground
    }
    let isLight = (surface.rgb?.luminance ?? 0) > 0.18
    return isLight ? 0 : depth == .sixteen ? 15 : 7
  }

  /// xterm's colours from 16 on: a cube of six by six by six, then 24 greys.
  private static func indexed(_ number: Int) -> RGB {
    if number >= 232 {
      let grey = UInt8(8 + (number - 232) * 10)
      return RGB(red: grey, green: grey, blue: grey)
    }
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    return RGB(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
  }

  private static let usual: [UInt32] = (0..<16).map { Color.terminal($0).rgb?.value ?? 0 }
}

/// A colour in OKLab.
struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ rgb: RGB) {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = (linear(rgb.red), linear(rgb.green), linear(rgb.blue))
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// Whether people see no hue in it.
  var isGrey: Bool { a * a + b * b < 0.03 * 0.03 }

  /// The square of the distance.
  func distance(to other: Lab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }
}
