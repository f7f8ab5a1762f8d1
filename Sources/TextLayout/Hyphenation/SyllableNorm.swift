/// Division by syllables, for languages without patterns: one vowel a syllable; between two vowels, no consonant: break
/// there; one: before it; more: before the last.
enum SyllableNorm {
  /// Kazakh: у is a consonant behind a vowel, else a vowel; й and у between vowels open the next syllable.
  static func kazakh(_ letters: WordLetters) -> LetterPoints {
    syllables(letters, least: 2) { index in
      let letter = letters[index]
      guard letter == 0x443 else { return CyrillicLetter.isVowel(letter) }
      return index == 0 || !isKazakhVowel(letters, index - 1)
    }
  }

  /// Whether a letter is a vowel when у is looked at: у itself behind a vowel is none.
  private static func isKazakhVowel(_ letters: WordLetters, _ index: Int) -> Bool {
    guard letters[index] == 0x443 else { return CyrillicLetter.isVowel(letters[index]) }
    // A run of у alternates: the first is what stands before it decides.
    var start = index
    while start > 0, letters[start - 1] == 0x443 { start -= 1 }
    let isFirstVowel = start == 0 || !CyrillicLetter.isVowel(letters[start - 1])
    return (index - start) % 2 == 0 ? isFirstVowel : !isFirstVowel
  }

  /// Tatar: у and ү behind a vowel close its syllable; ь, ъ and й start no line; three letters on both sides.
  static func tatar(_ letters: WordLetters) -> LetterPoints {
    var points = syllables(letters, least: 3) { index in
      let letter = letters[index]
      guard letter == 0x443 || letter == 0x4AF else { return CyrillicLetter.isVowel(letter) }
      return index == 0 || !CyrillicLetter.isVowel(letters[index - 1])
    }
    var index = 1
    while index + 1 < letters.count {
      let letter = letters[index]
      if letter == 0x443 || letter == 0x4AF, points[index], CyrillicLetter.isVowel(letters[index - 1]) {
        points[index] = false
        points[index + 1] = true
      }
      if letter == 0x439, points[index] {
        points[index] = false
        points[index + 1] = true
      }
      index += 1
    }
    points.keep(left: 3, right: 3, count: letters.count)
    points.filter { letters[$0] != 0x439 && !CyrillicLetter.isSign(letters[$0]) }
    return points
  }

  /// A Cyrillic language that is not known.
  static func cyrillic(_ letters: WordLetters) -> LetterPoints {
    var points = syllables(letters, least: 2) { CyrillicLetter.isVowel(letters[$0]) }
    points.filter { index in
      letters[index] != 0x439 || index + 1 < letters.count && CyrillicLetter.isVowel(letters[index + 1])
    }
    return points
  }

  @inline(__always)
  private static func syllables(_ letters: WordLetters, least: Int, isVowel: (Int) -> Bool) -> LetterPoints {
    var points = LetterPoints(bits: 0)
    var lastVowel = -1
    var lastConsonant = -1
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      guard letter >= 0x400 || letter == 0x27 else { return LetterPoints(bits: 0) }
      if isVowel(index) {
        if lastVowel >= 0 { points[lastConsonant > lastVowel ? lastConsonant : index] = true }
        lastVowel = index
      } else if !CyrillicLetter.isSign(letter), letter != 0x27 {
        lastConsonant = index
      }
      index &+= 1
    }
    // A sign or an apostrophe between two vowels: it stays with the first.
    points.filter { !CyrillicLetter.isSign(letters[$0]) && letters[$0] != 0x27 }
    points.keep(left: least, right: least, count: letters.count)
    return points
  }
}
