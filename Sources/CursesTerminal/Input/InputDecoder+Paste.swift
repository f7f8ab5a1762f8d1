import Canvas

extension InputDecoder {
  /// `ESC [ 201 ~`.
  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// A paste up to the bracket that ends it, whatever the pauses within; `nil` while that has not come.
  ///
  /// - Parameter isOver: nothing has come for so long that the bracket is lost: what came is the paste.
  mutating func nextOfPaste(isOver: Bool) -> Token? {
    var collected = paste ?? []
    var index = start
    defer { start = index }
    while index < bytes.count {
      if bytes[index] == 0x1B {
        let ahead = bytes[index...].prefix(Self.pasteEnd.count)
        if ahead.elementsEqual(Self.pasteEnd) {
          index += Self.pasteEnd.count
          paste = nil
          return .event(.paste(pastedText(collected)))
        }
        if ahead.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: ahead) {
          guard isOver else { break }
          // The half of a bracket is no text.
          index = bytes.count
          break
        }
      }
      if collected.count < Self.maximumPaste { collected.append(bytes[index]) }
      index += 1
    }
    paste = isOver ? nil : collected
    return isOver ? .event(.paste(pastedText(collected))) : nil
  }

  /// A paste's bytes as text: in the terminal's set, without controls but line feeds and tabs.
  private func pastedText(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    let decoded: String.UnicodeScalarView =
      switch charset {
      case .unicode: String(decoding: bytes, as: UTF8.self).unicodeScalars
      case .singleByte(let upper):
        String.UnicodeScalarView(bytes.compactMap { $0 < 128 ? Unicode.Scalar($0) : upper[Int($0) - 128] })
      }
    var previous: Unicode.Scalar?
    for scalar in decoded {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if previous != "\r" { scalars.append(scalar) }
      case "\t": scalars.append(scalar)
      default: if scalar.value >= 0x20, Self.isTyped(scalar) { scalars.append(scalar) }
      }
      previous = scalar
    }
    return String(scalars)
  }
}
