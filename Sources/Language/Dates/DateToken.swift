/// A number, a word or a sign of a text that may be a date.
struct DateToken: Hashable {
  enum Kind: Hashable {
    /// A run of ASCII digits; longer than fourteen of them mean nothing.
    case number(Int, digits: Int)
    /// A run of letters, folded.
    case word(String)
    case sign(Unicode.Scalar)
  }

  var kind: Kind
  /// Bytes of UTF-8.
  var range: Range<Int>
  var followsSpace: Bool

  /// The tokens of a text, at most `limit`.
  static func tokens(of text: String, limit: Int) -> [DateToken] {
    var result: [DateToken] = []
    var offset = 0
    var start = 0
    var word = String.UnicodeScalarView()
    var letters = 0
    var value = 0
    var digits = 0
    var followsSpace = true
    func close() {
      if digits > 0 {
        result.append(
          DateToken(kind: .number(value, digits: digits), range: start..<offset, followsSpace: followsSpace))
      } else if !word.isEmpty {
        result.append(
          DateToken(
            kind: .word(Folding.fold(String(word))), range: start..<offset, followsSpace: followsSpace))
      } else {
        return
      }
      word = String.UnicodeScalarView()
      letters = 0
      value = 0
      digits = 0
      followsSpace = false
    }
    for scalar in text.unicodeScalars {
      guard result.count < limit else { return result }
      if 0x30...0x39 ~= scalar.value {
        if digits == 0 { close() }
        if word.isEmpty, digits == 0 { start = offset }
        digits += 1
        if digits <= 14 { value = value * 10 + Int(scalar.value - 0x30) }
      } else if scalar.isWordPart {
        if digits > 0 { close() }
        if word.isEmpty { start = offset }
        if letters < 40 { word.append(scalar) }
        letters += 1
      } else {
        close()
        if scalar == " " || scalar.properties.isWhitespace {
          followsSpace = true
        } else if scalar.value != 0xAD, !(0x200B...0x200F ~= scalar.value) {
          let end = offset + UTF8.width(scalar)
          result.append(DateToken(kind: .sign(scalar), range: offset..<end, followsSpace: followsSpace))
          followsSpace = false
        }
      }
      offset += UTF8.width(scalar)
    }
    close()
    return result
  }
}
