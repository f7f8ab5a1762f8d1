extension Pixels {
  /// The picture in another size, on white paper: every pixel is the mean of those it stands for.
  func scaled(width: Int, height: Int) -> Pixels? {
    let columns = Self.spans(from: self.width, to: width)
    let rows = Self.spans(from: self.height, to: height)
    let result = bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: width * height * 4) { target, count in
        var place = 0
        for row in rows {
          for column in columns {
            var sums = (red: 0, green: 0, blue: 0)
            for y in row {
              var offset = (y * self.width + column.lowerBound) * 4
              for _ in column {
                let alpha = Int(source[offset + 3])
                let paper = (255 - alpha) * 255
                sums.red += Int(source[offset]) * alpha + paper
                sums.green += Int(source[offset + 1]) * alpha + paper
                sums.blue += Int(source[offset + 2]) * alpha + paper
                offset += 4
              }
            }
            let area = row.count * column.count * 255
            target[place] = UInt8(sums.red / area)
            target[place + 1] = UInt8(sums.green / area)
            target[place + 2] = UInt8(sums.blue / area)
            target[place + 3] = 255
            place += 4
          }
        }
        count = place
      }
    }
    return Pixels(width: width, height: height, bytes: result)
  }

  /// Which of the old places each of the new ones stands for, one at least.
  private static func spans(from old: Int, to new: Int) -> [Range<Int>] {
    (0..<new).map { place in
      let start = min(old - 1, place * old / new)
      return start..<max(start + 1, (place + 1) * old / new)
    }
  }
}
