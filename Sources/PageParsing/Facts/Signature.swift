import NewsModel

/// The name under a text: a last line of two or three words with capitals and nothing else.
enum Signature {
  static func read(_ blocks: [Block]) -> String? {
    guard blocks.count > 2, case .paragraph(let inlines)? = blocks.last else { return nil }
    let text = inlines.plainText
    let words = text.split(separator: " ")
    guard (2...3).contains(words.count), text.count <= 40, inlines.allSatisfy({ $0.link == nil }),
      words.allSatisfy(isNamed), words.contains(where: { $0.dropFirst().first?.isLowercase == true })
    else { return nil }
    return text
  }

  /// «Белова», and «БЕЛОВА» beside it; three capitals are a house's: «РИА».
  private static func isNamed(_ word: Substring) -> Bool {
    guard word.first?.isUppercase == true else { return false }
    return word.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" }
      || word.count > 3 && word.allSatisfy { $0.isUppercase || $0 == "-" }
  }
}
