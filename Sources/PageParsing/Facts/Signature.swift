import NewsModel

/// The name under a text: a last line of two or three words with capitals and nothing else.
enum Signature {
  static func read(_ blocks: [Block]) -> String? {
    guard blocks.count > 2, case .paragraph(let inlines)? = blocks.last else { return nil }
    let text = inlines.plainText
    let words = text.split(separator: " ")
    guard (2...3).contains(words.count), text.count <= 40, inlines.allSatisfy({ $0.link == nil }),
      words.allSatisfy({
        $0.first?.isUppercase == true && $0.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" }
      })
    else { return nil }
    return text
  }
}
