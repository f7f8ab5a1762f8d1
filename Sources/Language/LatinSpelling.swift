import Foundation

/// Words in plain Latin letters, as passports and addresses spell them: for names of files.
package enum LatinSpelling {
  /// A text in lower case with its Cyrillic letters spelt and Latin ones without their marks; what has no such
  /// spelling stays.
  package static func of(_ text: String) -> String {
    var result = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if let spelling = letters[scalar] {
        result += spelling
      } else {
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        for part in parts where part.properties.generalCategory != .nonspacingMark {
          result.unicodeScalars.append(part)
        }
      }
    }
    return result
  }

  private static let letters: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya",
    // Belarusian and Ukrainian; Kazakh, Tatar and Kyrgyz.
    "ў": "u", "і": "i", "ї": "i", "є": "ye", "ґ": "g",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "җ": "j",
    "ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i",
  ]
}
