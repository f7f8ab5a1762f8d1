import CChafa
import Foundation

/// Turns a file's bytes into pixels, by what the bytes are and not by what anybody calls them.
package enum PictureDecoder {
  /// - Parameters:
  ///   - width: how many pixels are wanted: a larger picture may come reduced, never below.
  ///   - height: the same, downwards.
  package static func pixels(
    of bytes: Data, width: Int, height: Int, limits: PictureLimits = PictureLimits()
  ) throws(PictureError) -> Pixels {
    guard bytes.count <= limits.bytes else { throw .tooLarge }
    let file = [UInt8](bytes)
    if file.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return try png(file, limits) }
    if file.starts(with: [0xFF, 0xD8, 0xFF]) { return try jpeg(file, width, height, limits) }
    if file.starts(with: Array("GIF8".utf8)) { return try GIFReader(file, limits: limits).firstFrame() }
    if file.starts(with: Array("RIFF".utf8)), file.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return try webp(file, limits)
    }
    throw .unknownFormat
  }

  /// Whether a picture of these sides is within bounds.
  static func check(_ width: Int, _ height: Int, _ limits: PictureLimits) throws(PictureError) {
    guard width > 0, height > 0 else { throw .broken }
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, count <= limits.pixels else { throw .tooLarge }
  }

  private static func png(_ file: [UInt8], _ limits: PictureLimits) throws(PictureError) -> Pixels {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    // The image keeps the pointer until it is read.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: file)
    guard let base = copy.baseAddress, png_image_begin_read_from_memory(&image, base, copy.count) != 0 else {
      throw .broken
    }
    let (width, height) = (Int(image.width), Int(image.height))
    try check(width, height, limits)
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      isRead = png_image_finish_read(&image, nil, buffer.baseAddress, Int32(width * 4), nil) != 0
      count = isRead ? width * height * 4 : 0
    }
    guard isRead, let pixels = Pixels(width: width, height: height, bytes: bytes) else { throw .broken }
    return pixels
  }

  private static func webp(_ file: [UInt8], _ limits: PictureLimits) throws(PictureError) -> Pixels {
    var width: Int32 = 0
    var height: Int32 = 0
    guard WebPGetInfo(file, file.count, &width, &height) != 0 else { throw .broken }
    try check(Int(width), Int(height), limits)
    let size = Int(width) * Int(height) * 4
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      isRead = WebPDecodeRGBAInto(file, file.count, buffer.baseAddress, size, width * 4) != nil
      count = isRead ? size : 0
    }
    guard isRead, let pixels = Pixels(width: Int(width), height: Int(height), bytes: bytes) else {
      throw .broken
    }
    return pixels
  }

  private static func jpeg(
    _ file: [UInt8], _ width: Int, _ height: Int, _ limits: PictureLimits
  ) throws(PictureError) -> Pixels {
    var gotWidth: UInt32 = 0
    var gotHeight: UInt32 = 0
    let wanted = (UInt32(clamping: width), UInt32(clamping: height))
    let milliseconds = Int(limits.time / .milliseconds(1))
    guard
      let found = jpeg_pixels(
        file, file.count, wanted.0, wanted.1, UInt(clamping: limits.pixels), milliseconds, &gotWidth,
        &gotHeight)
    else { throw .broken }
    defer { free(found) }
    let count = Int(gotWidth) * Int(gotHeight) * 4
    let bytes = Array(UnsafeBufferPointer(start: found, count: count))
    guard let pixels = Pixels(width: Int(gotWidth), height: Int(gotHeight), bytes: bytes) else {
      throw .broken
    }
    return pixels
  }
}
