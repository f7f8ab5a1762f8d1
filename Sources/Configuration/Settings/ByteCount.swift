/// Sizes as people write them: `50MB`, `800 kB`, `1GB`, `123`.
package enum ByteCount {
  private static let units: [(name: String, bytes: Double)] = [
    ("gb", 1e9), ("mb", 1e6), ("kb", 1e3), ("b", 1),
  ]

  /// - Returns: `nil` for what is no size, or one beyond a terabyte.
  package static func bytes(_ text: String) -> Int? {
    var number = text.lowercased().filter { $0 != " " && $0 != "_" }[...]
    var factor = 1.0
    if let unit = units.first(where: { number.hasSuffix($0.name) }) {
      number = number.dropLast(unit.name.count)
      factor = unit.bytes
    }
    guard let value = Double(number), value.isFinite, value >= 0, value * factor <= 1e12 else { return nil }
    return Int(value * factor)
  }
}
