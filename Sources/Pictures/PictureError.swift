/// Why bytes are not shown as a picture: its caption stands alone then.
package enum PictureError: Error, Hashable, Sendable {
  /// Neither PNG nor JPEG nor WebP nor GIF.
  case unknownFormat
  /// More bytes, or more pixels, than a picture of a news site has.
  case tooLarge
  /// The decoder gave up, or took too long.
  case broken
  /// No cell to draw in.
  case noRoom
}
