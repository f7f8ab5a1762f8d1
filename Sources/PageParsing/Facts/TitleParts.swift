import Language

/// A page's title taken apart where a sign stands between headline, section and site.
struct TitleParts {
  /// From the strongest sign to the weakest: a dash may well be the headline's own.
  private static let signs = [" | ", " » ", " « ", " :: ", " • ", " · ", " < ", " / ", " — ", " – ", " - "]

  /// The title whole.
  let title: String
  /// The strongest sign in it.
  private let sign: String
  /// What stands between the signs of that kind; one part where there is none.
  let parts: [String]

  init(_ title: String) {
    let title = Self.withSign(title)
    self.title = title
    sign = Self.signs.first { title.contains($0) } ?? ""
    parts = sign.isEmpty ? [title] : title.components(separatedBy: sign).filter { !$0.isEmpty }
  }

  /// «Мост открыли [Заря]»: a name in brackets at the end, as DokuWiki and other wikis set it, is one behind a sign.
  private static func withSign(_ title: String) -> String {
    guard title.hasSuffix("]"), let open = title.lastIndex(of: "["), open > title.startIndex,
      title[title.index(before: open)] == " "
    else { return title }
    let name = title[title.index(after: open)...].dropLast()
    let rest = title[..<title.index(before: open)]
    return name.count >= 2 && rest.contains(where: \.isLetter) ? "\(rest) | \(name)" : title
  }

  /// The rest where the first or the last part is one of these names, folded; `nil` where none is.
  func without(_ names: Set<String>) -> String? {
    var kept = parts[...]
    while kept.count > 1, let last = kept.last, names.contains(Folding.label(last)) { kept.removeLast() }
    while kept.count > 1, let first = kept.first, names.contains(Folding.label(first)) { kept.removeFirst() }
    if kept.count < parts.count { return kept.joined(separator: sign) }
    // The name may stand behind a weaker sign, and the headline hold the stronger one.
    for weaker in Self.signs where weaker != sign && title.contains(weaker) {
      let pieces = title.components(separatedBy: weaker)
      if let last = pieces.last, names.contains(Folding.label(last)) {
        return pieces.dropLast().joined(separator: weaker)
      }
      if let first = pieces.first, names.contains(Folding.label(first)) {
        return pieces.dropFirst().joined(separator: weaker)
      }
    }
    return nil
  }

  /// What may be the headline: without the last part, without the first, each part alone; longer ones first.
  var choices: [String] {
    guard parts.count > 1 else { return parts }
    let ends = [parts.dropLast().joined(separator: sign), parts.dropFirst().joined(separator: sign)]
    return ends.sorted { $0.count > $1.count } + parts.sorted { $0.count > $1.count }
  }

  /// Without the shorter end, where that is short enough for a name; a question is none.
  var longest: String {
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return title }
    let rest = parts.dropLast().joined(separator: sign)
    let words = { (text: String) in text.split(separator: " ").count }
    let isDash = sign == " — " || sign == " – " || sign == " - "
    if isDash {
      return words(last) <= 4 && words(rest) >= 4 && !last.hasSuffix("?") ? rest : title
    }
    // A section or a site before the headline: shorter, and short.
    let behind = parts.dropFirst().joined(separator: sign)
    if sign != " | ", words(first) <= 3, words(behind) > words(first), words(behind) >= 3 {
      return TitleParts(behind).parts.count > 1 ? TitleParts(behind).longest : behind
    }
    guard words(last) <= 4 || words(last) < words(rest), words(rest) >= 2 else { return title }
    // A stronger sign has parted the name off: a dash in the rest is the headline's own, a sign of the same kind not.
    return rest.contains(sign) ? TitleParts(rest).longest : rest
  }
}
