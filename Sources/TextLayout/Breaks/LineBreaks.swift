/// The break opportunities of UAX #14 (Unicode 15.0) alone: no language rule is asked.
package enum LineBreaks {
  /// A place where a line may end: UTF-8 bytes into the text where the next line would begin.
  package struct Opportunity: Hashable, Sendable {
    /// UTF-8 bytes from the text's start to where the next line would begin.
    package let offset: Int
    /// Whether the line must end there.
    package let isMandatory: Bool
  }

  /// The opportunities of a text in ascending order; its end is one and mandatory (LB3), its start never is (LB2).
  package static func opportunities(in text: String) -> [Opportunity] {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return [] }
      return opportunities(in: UTF8Bytes(base: base, count: buffer.count))
    }
  }

  private static func opportunities(in bytes: UTF8Bytes) -> [Opportunity] {
    let properties = ScalarProperties.current
    var state = LineBreakState()
    var found: [Opportunity] = []
    var offset = 0
    while offset < bytes.count {
      let (scalar, next) = bytes.scalar(at: offset, end: bytes.count)
      let action = state.action(before: properties[scalar].lineClass) {
        properties.digitFollows(in: bytes, at: next, end: bytes.count)
      }
      if offset > 0, action != .prohibited {
        found.append(Opportunity(offset: offset, isMandatory: action == .mandatory))
      }
      offset = next
    }
    found.append(Opportunity(offset: bytes.count, isMandatory: true))
    return found
  }
}

extension ScalarProperties {
  /// Whether a digit starts at an offset, marks skipped: LB25 looks one scalar further.
  func digitFollows(in bytes: UTF8Bytes, at offset: Int, end: Int) -> Bool {
    var offset = offset
    while offset < end {
      let (scalar, next) = bytes.scalar(at: offset, end: end)
      let found = self[scalar].lineClass
      if found != .cm, found != .zwj { return found == .nu }
      offset = next
    }
    return false
  }
}
