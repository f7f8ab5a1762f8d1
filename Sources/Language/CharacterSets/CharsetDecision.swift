/// The weighing of all that speaks for one character set or another.
struct CharsetDecision {
  let bytes: UnsafeRawBufferPointer
  let contentType: String?
  let kind: TextKind
  let hintLanguage: String?

  /// The encoding that the decision falls on, and why.
  private struct Choice {
    var encoding: CharacterEncoding
    var evidence: CharsetEvidence
    var warnings: [CharsetWarning] = []
  }

  func decoded() -> DecodedText {
    if let mark = ByteOrderMark(at: bytes) {
      let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(mark.length))
      if mark.encoding != .utf8 || UTF8Text.inspect(rest).looksRight {
        return finish(Choice(encoding: mark.encoding, evidence: .bom), rest)
      }
      return CharsetDecision(bytes: rest, contentType: contentType, kind: kind, hintLanguage: hintLanguage)
        .withoutMark()
    }
    return withoutMark()
  }

  private func withoutMark() -> DecodedText {
    let report = UTF8Text.inspect(bytes)
    return finish(choose(report), bytes, report: report)
  }

  private func finish(
    _ choice: Choice, _ bytes: UnsafeRawBufferPointer, report: UTF8Report? = nil
  ) -> DecodedText {
    var text: String
    var warnings = choice.warnings
    if choice.encoding == .utf8 {
      let report = report ?? UTF8Text.inspect(bytes)
      text = UTF8Text.decode(bytes, isValid: report.isValid && !report.isTruncated)
      if report.hasControls { text = TextRepair.withLettersForControls(text) }
      if !report.isValid { warnings.append(.badBytes(report.errors)) }
    } else {
      text = ByteDecoder.decode(bytes, as: choice.encoding)
    }
    if choice.encoding == .utf8 || choice.encoding == .windows1251,
      let repaired = TextRepair.undoDoubleDecoding(text)
    {
      text = repaired
      warnings.append(.repairedTwiceDecoded)
    }
    return DecodedText(
      text: text, encoding: choice.encoding.name, evidence: choice.evidence, warnings: warnings)
  }

  private func choose(_ report: UTF8Report) -> Choice {
    var warnings: [CharsetWarning] = []
    if let wide = WideText.encoding(of: bytes) {
      let said = declarations(&warnings).first { $0.0 == wide }
      return Choice(encoding: wide, evidence: said?.1 ?? .detected)
    }
    let contradiction = CharsetContradiction(bytes: bytes, report: report)
    let declared = declarations(&warnings)
    for (encoding, evidence) in declared {
      if contradiction.speaks(against: encoding) {
        warnings.append(.contradicted(declared: encoding.name, by: evidence))
      } else {
        return Choice(encoding: encoding, evidence: evidence, warnings: warnings)
      }
    }
    let (encoding, evidence) = CharsetDetector.detect(bytes, report: report) ?? (fallback(report), .fallback)
    return Choice(encoding: encoding, evidence: evidence, warnings: warnings)
  }

  /// What was declared, the most trusted first.
  private func declarations(_ warnings: inout [CharsetWarning]) -> [(CharacterEncoding, CharsetEvidence)] {
    var result: [(CharacterEncoding, CharsetEvidence)] = []
    func add(_ label: String?, _ evidence: CharsetEvidence) {
      guard let label else { return }
      if let encoding = CharacterEncoding(label: label) {
        result.append((encoding, evidence))
      } else {
        warnings.append(.unknownLabel(String(label.prefix(64))))
      }
    }
    add(contentType.flatMap(Declarations.label(inContentType:)), .http)
    add(Declarations.label(inXML: bytes), .xml)
    if kind == .html || kind == .automatic, let encoding = MetaPrescan.encoding(in: bytes),
      !result.contains(where: { $0.0 == encoding })
    {
      result.append((encoding, .meta))
    }
    return result
  }

  /// What holds when nothing told: the format's default, or the set of the language's old web.
  private func fallback(_ report: UTF8Report) -> CharacterEncoding {
    if !report.isASCII, let hintLanguage, Self.cyrillicLanguages.contains(String(hintLanguage.prefix(2))) {
      return .windows1251
    }
    switch kind {
    case .html: return .windows1252
    case .xml, .json: return report.isValid ? .utf8 : .windows1252
    case .plain, .automatic: return report.isASCII ? looksLikeHTML ? .windows1252 : .utf8 : .windows1252
    }
  }

  private var looksLikeHTML: Bool {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<!doctype html") || head.contains("<meta")
  }

  private static let cyrillicLanguages: Set<String> = [
    "ru", "uk", "be", "bg", "kk", "tt", "ky", "mk", "sr", "mn", "tg",
  ]
}

extension UTF8Report {
  /// Right UTF-8, or right but for a few bytes that were lost on the way.
  var looksRight: Bool { errors == 0 || (sequences >= 4 && errors * 5 <= sequences) }
}
