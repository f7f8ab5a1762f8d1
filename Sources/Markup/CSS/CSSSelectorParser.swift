/// Reads the grammar of Selectors Level 3 §10, without name spaces and pseudo-elements.
struct CSSSelectorParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// A comma-separated group up to the end of the text.
  mutating func group() -> [Selector.Chain]? {
    var chains: [Selector.Chain] = []
    repeat {
      guard let chain = chain(), chains.count < Selector.maximumChains else { return nil }
      chains.append(chain)
    } while take(",")
    return position == scalars.count ? chains : nil
  }

  private mutating func chain() -> Selector.Chain? {
    skipSpaces()
    guard let first = compound() else { return nil }
    var chain = [Selector.Compound(combinator: .descendant, conditions: first)]
    while true {
      let hadSpace = skipSpaces()
      guard let next = peek, next != "," else { return chain }
      var combinator = Selector.Combinator.descendant
      switch next {
      case ">": combinator = .child
      case "+": combinator = .next
      case "~": combinator = .following
      default: guard hadSpace else { return nil }
      }
      if combinator != .descendant {
        position += 1
        skipSpaces()
      }
      guard let conditions = compound(), chain.count < Selector.maximumCompounds else { return nil }
      chain.append(Selector.Compound(combinator: combinator, conditions: conditions))
    }
  }

  private mutating func compound() -> [Selector.Condition]? {
    var conditions: [Selector.Condition] = []
    var isUniversal = false
    if take("*") {
      isUniversal = true
    } else if let name = identifier() {
      conditions.append(.type(name.lowercased()))
    }
    while let next = peek {
      switch next {
      case "#", ".":
        position += 1
        guard let name = identifier() else { return nil }
        conditions.append(next == "#" ? .id(name) : .hasClass(name))
      case "[":
        guard let condition = attribute() else { return nil }
        conditions.append(condition)
      case ":":
        guard let condition = pseudoClass() else { return nil }
        conditions.append(condition)
      default:
        return conditions.isEmpty && !isUniversal ? nil : conditions
      }
    }
    return conditions.isEmpty && !isUniversal ? nil : conditions
  }

  private mutating func attribute() -> Selector.Condition? {
    position += 1
    skipSpaces()
    guard let name = identifier() else { return nil }
    skipSpaces()
    if take("]") { return .attribute(name: name.lowercased(), .present, value: "") }
    var match = Selector.Match.equal
    if let sign = peek, sign != "=" {
      let matches: [Unicode.Scalar: Selector.Match] = [
        "~": .word, "^": .prefix, "$": .suffix, "*": .part, "|": .dash,
      ]
      guard let found = matches[sign] else { return nil }
      match = found
      position += 1
    }
    guard take("=") else { return nil }
    skipSpaces()
    guard let value = string() ?? identifier() else { return nil }
    skipSpaces()
    guard take("]") else { return nil }
    return .attribute(name: name.lowercased(), match, value: value)
  }

  private mutating func pseudoClass() -> Selector.Condition? {
    position += 1
    guard let name = identifier()?.lowercased() else { return nil }
    switch name {
    case "first-child": return .nth(.child, step: 0, offset: 1)
    case "last-child": return .nth(.lastChild, step: 0, offset: 1)
    case "first-of-type": return .nth(.ofType, step: 0, offset: 1)
    case "last-of-type": return .nth(.lastOfType, step: 0, offset: 1)
    case "only-child": return .only(ofType: false)
    case "only-of-type": return .only(ofType: true)
    case "empty": return .empty
    case "root": return .root
    case "nth-child": return nth(.child)
    case "nth-last-child": return nth(.lastChild)
    case "nth-of-type": return nth(.ofType)
    case "nth-last-of-type": return nth(.lastOfType)
    case "not":
      guard take("(") else { return nil }
      skipSpaces()
      guard let conditions = compound() else { return nil }
      skipSpaces()
      return take(")") ? .not(conditions) : nil
    default: return nil
    }
  }

  /// `odd`, `even`, `3`, `2n+1`, `-n + 3`.
  private mutating func nth(_ position: Selector.Position) -> Selector.Condition? {
    guard take("(") else { return nil }
    var text = ""
    while let next = peek, next != ")" {
      if next != " " { text.unicodeScalars.append(next) }
      self.position += 1
    }
    guard take(")") else { return nil }
    text = text.lowercased()
    if text == "odd" { return .nth(position, step: 2, offset: 1) }
    if text == "even" { return .nth(position, step: 2, offset: 0) }
    guard let letter = text.firstIndex(of: "n") else {
      return Self.number(text).map { .nth(position, step: 0, offset: $0) }
    }
    let before = String(text[..<letter])
    let after = String(text[text.index(after: letter)...])
    let step = before.isEmpty || before == "+" ? 1 : before == "-" ? -1 : Self.number(before)
    let offset = after.isEmpty ? 0 : Self.number(after)
    guard let step, let offset else { return nil }
    return .nth(position, step: step, offset: offset)
  }

  private static func number(_ text: String) -> Int? {
    guard text.count <= 7 else { return nil }
    return Int(text)
  }

  private mutating func string() -> String? {
    guard let quote = peek, quote == "\"" || quote == "'" else { return nil }
    position += 1
    var result = String.UnicodeScalarView()
    while let next = peek {
      position += 1
      if next == quote { return String(result) }
      if next == "\\", let escaped = escape() { result.append(escaped) } else { result.append(next) }
    }
    return nil
  }

  private mutating func identifier() -> String? {
    var result = String.UnicodeScalarView()
    let start = position
    while let next = peek {
      let isDigit = next >= "0" && next <= "9"
      let isLetter = next >= "a" && next <= "z" || next >= "A" && next <= "Z" || next.value >= 0x80
      if next == "\\" {
        position += 1
        guard let escaped = escape() else { return nil }
        result.append(escaped)
      } else if isLetter || next == "_" || next == "-" || isDigit && position > start {
        result.append(next)
        position += 1
      } else {
        break
      }
    }
    return result.isEmpty ? nil : String(result)
  }

  /// What stands behind a backslash: up to six hexadecimal digits and a space, or the scalar itself.
  private mutating func escape() -> Unicode.Scalar? {
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let next = peek, let digit = Character(next).hexDigitValue {
      value = value * 16 + UInt32(digit)
      digits += 1
      position += 1
    }
    if digits > 0 {
      if peek == " " { position += 1 }
      return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
    guard let next = peek else { return nil }
    position += 1
    return next
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = position
    while let next = peek, next == " " || next == "\t" || next == "\n" || next == "\r" { position += 1 }
    return position > start
  }
}
