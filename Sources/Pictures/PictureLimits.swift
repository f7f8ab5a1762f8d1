/// What a picture may cost.
package struct PictureLimits: Hashable, Sendable {
  /// Of the file.
  package var bytes: Int
  /// Width times height of the picture as its file has it.
  package var pixels: Int
  /// For decoding alone.
  package var time: Duration

  package init(bytes: Int = 20_000_000, pixels: Int = 25_000_000, time: Duration = .seconds(1)) {
    self.bytes = bytes
    self.pixels = pixels
    self.time = time
  }
}
