/// Reads the first picture of a GIF (87a, 89a): a palette and codes of growing length (LZW).
struct GIFReader {
  private let file: [UInt8]
  private let limits: PictureLimits
  private var position = 6

  init(_ file: [UInt8], limits: PictureLimits) {
    self.file = file
    self.limits = limits
  }

  /// The first picture, on the whole canvas; what it does not cover is transparent.
  consuming func firstFrame() throws(PictureError) -> Pixels {
    let width = try word()
    let height = try word()
    try PictureDecoder.check(width, height, limits)
    let flags = try byte()
    position += 2
    var palette = flags & 0x80 != 0 ? try colors(flags) : []
    var transparent: Int?
    while true {
      switch try byte() {
      case 0x21:
        let label = try byte()
        let body = try blocks()
        if label == 0xF9, body.count >= 4, body[0] & 1 != 0 { transparent = Int(body[3]) }
      case 0x2C:
        let left = try word()
        let top = try word()
        let frameWidth = try word()
        let frameHeight = try word()
        try PictureDecoder.check(frameWidth, frameHeight, limits)
        let flags = try byte()
        if flags & 0x80 != 0 { palette = try colors(flags) }
        let codeSize = Int(try byte())
        guard (2...8).contains(codeSize) else { throw .broken }
        let codes = try blocks()
        let indices = Self.expand(codes, codeSize: codeSize, count: frameWidth * frameHeight)
        guard !indices.isEmpty else { throw .broken }
        var canvas = [UInt8](repeating: 0, count: width * height * 4)
        let rows = flags & 0x40 != 0 ? Self.interlaced(frameHeight) : Array(0..<frameHeight)
        for (offset, index) in indices.enumerated() {
          let row = top + rows[offset / frameWidth]
          let column = left + offset % frameWidth
          guard row < height, column < width, Int(index) != transparent, Int(index) * 3 + 2 < palette.count
          else { continue }
          let target = (row * width + column) * 4
          for channel in 0..<3 { canvas[target + channel] = palette[Int(index) * 3 + channel] }
          canvas[target + 3] = 255
        }
        guard let pixels = Pixels(width: width, height: height, bytes: canvas) else { throw .broken }
        return pixels
      default: throw .broken
      }
    }
  }

  private mutating func byte() throws(PictureError) -> UInt8 {
    guard position < file.count else { throw .broken }
    defer { position += 1 }
    return file[position]
  }

  private mutating func word() throws(PictureError) -> Int { Int(try byte()) | Int(try byte()) << 8 }

  private mutating func colors(_ flags: UInt8) throws(PictureError) -> [UInt8] {
    let count = 3 << (Int(flags & 7) + 1)
    guard position + count <= file.count else { throw .broken }
    defer { position += count }
    return Array(file[position..<position + count])
  }

  /// Blocks of up to 255 bytes until an empty one; a file cut short gives what there is.
  private mutating func blocks() throws(PictureError) -> [UInt8] {
    var result: [UInt8] = []
    while position < file.count {
      let count = Int(try byte())
      guard count > 0 else { break }
      let end = min(file.count, position + count)
      result.append(contentsOf: file[position..<end])
      position = end
    }
    return result
  }

  /// The order of rows in an interlaced picture.
  private static func interlaced(_ height: Int) -> [Int] {
    [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: height, by: $0.1)) }
  }

  /// At most `count` palette indices.
  private static func expand(_ codes: [UInt8], codeSize: Int, count: Int) -> [UInt8] {
    let clear = 1 << codeSize
    var prefixes = [Int](repeating: -1, count: 4096)
    var suffixes = [UInt8](repeating: 0, count: 4096)
    for value in 0..<clear { suffixes[value] = UInt8(truncatingIfNeeded: value) }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var stack: [UInt8] = []
    var size = codeSize + 1
    var next = clear + 2
    var previous = -1
    var bits = 0
    var available = 0
    for byte in codes {
      bits |= Int(byte) << available
      available += 8
      while available >= size {
        let code = bits & (1 << size - 1)
        bits >>= size
        available -= size
        if code == clear {
          size = codeSize + 1
          next = clear + 2
          previous = -1
          continue
        }
        guard code != clear + 1, code <= next, previous >= 0 || code < clear else { return result }
        var walk = code
        if code == next {
          walk = previous
          stack.append(0)
        }
        while walk >= 0, stack.count < 4096 {
          stack.append(suffixes[walk])
          walk = prefixes[walk]
        }
        guard let first = stack.last else { return result }
        if code == next { stack[0] = first }
        result.append(contentsOf: stack.reversed().prefix(count - result.count))
        stack.removeAll(keepingCapacity: true)
        if result.count >= count { return result }
        if previous >= 0, next < 4096 {
          prefixes[next] = previous
          suffixes[next] = first
          next += 1
          if next == 1 << size, size < 12 { size += 1 }
        }
        previous = code
      }
    }
    return result
  }
}
