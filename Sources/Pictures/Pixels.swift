/// A decoded picture: red, green, blue and alpha (not multiplied in), row by row from the top.
package struct Pixels: Hashable, Sendable {
  /// At least 1.
  package let width: Int
  /// At least 1.
  package let height: Int
  /// `width × height × 4`.
  package let bytes: [UInt8]

  /// - Returns: `nil` when the count does not agree with the sides.
  package init?(width: Int, height: Int, bytes: [UInt8]) {
    guard width > 0, height > 0, width <= 1 << 20, height <= 1 << 20, bytes.count == width * height * 4 else {
      return nil
    }
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
