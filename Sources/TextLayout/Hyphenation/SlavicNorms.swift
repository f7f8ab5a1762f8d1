/// What every East and South Slavic norm shares, applied after the patterns.
enum SlavicNorm {
  /// A vowel and two letters on both sides, no point that a language's rule forbids, and a vowel between two points.
  @inline(__always)
  static func refine(_ points: inout LetterPoints, _ letters: WordLetters, mayStand: (Int) -> Bool) {
    points.keep(left: 2, right: 2, count: letters.count)
    guard points.bits != 0 else { return }
    let vowels = letters.vowels
    guard vowels != 0 else {
      points.bits = 0
      return
    }
    points.bits &= ~(2 &<< UInt64(vowels.trailingZeroBitCount) &- 1)
    points.bits &= 2 &<< UInt64(63 &- vowels.leadingZeroBitCount) &- 1
    var previous = 0
    points.filter { index in
      let isKept = mayStand(index) && vowels >> UInt64(previous) & (1 &<< UInt64(index &- previous) &- 1) != 0
      if isKept { previous = index }
      return isKept
    }
  }

  /// Whether the letters д and ж or д and з meet at a point, and no prefix in -д ends there.
  static func partsAffricate(_ letters: WordLetters, _ index: Int) -> Bool {
    guard letters[index - 1] == 0x434, letters[index] == 0x436 || letters[index] == 0x437 else {
      return false
    }
    switch index {
    case 2: return !(letters[0] == 0x430 || letters[0] == 0x43E)  // ад-, од-
    case 3:
      // від-, під-, над-, пад-
      let isPrefix =
        (letters[0] == 0x432 || letters[0] == 0x43F) && letters[1] == 0x456
        || (letters[0] == 0x43D || letters[0] == 0x43F) && letters[1] == 0x430
      return !isPrefix
    case 5:
      // перед-, перад-
      let isPrefix =
        letters[0] == 0x43F && letters[1] == 0x435 && letters[2] == 0x440
        && (letters[3] == 0x435 || letters[3] == 0x430)
      return !isPrefix
    default: return true
    }
  }
}

/// Ukrainian (Orthography of 2019, § 61): дж and дз as one sound, ьо and йо whole, й with the vowel behind it.
enum UkrainianNorm {
  static func refine(_ points: inout LetterPoints, _ letters: WordLetters) {
    // й between vowels opens the next syllable: ра-йон.
    var index = 2
    while index &+ 1 < letters.count {
      if letters[index] == 0x439, CyrillicLetter.isVowel(letters[index - 1]),
        CyrillicLetter.isVowel(letters[index + 1])
      {
        points[index] = true
        points[index + 1] = false
      }
      index += 1
    }
    SlavicNorm.refine(&points, letters) { index in
      let letter = letters[index]
      let previous = letters[index - 1]
      if letter == 0x44C || letter == 0x27 { return false }
      if letter == 0x439 { return index + 1 < letters.count && CyrillicLetter.isVowel(letters[index + 1]) }
      if letter == 0x43E, previous == 0x44C || previous == 0x439 { return false }
      return !SlavicNorm.partsAffricate(letters, index)
    }
  }
}

/// Belarusian (Rules of 2008, § 41): дж and дз as one sound; й, ў, ь and the apostrophe stay with what is before them.
enum BelarusianNorm {
  static func refine(_ points: inout LetterPoints, _ letters: WordLetters) {
    SlavicNorm.refine(&points, letters) { index in
      switch letters[index] {
      case 0x44C, 0x27, 0x45E, 0x439, 0x44B: false
      default: !SlavicNorm.partsAffricate(letters, index)
      }
    }
  }
}

/// Bulgarian (Orthographic dictionary of 2012): ьо whole, й before a consonant stays left.
enum BulgarianNorm {
  static func refine(_ points: inout LetterPoints, _ letters: WordLetters) {
    SlavicNorm.refine(&points, letters) { index in
      let letter = letters[index]
      if letter == 0x44C { return false }
      if letter == 0x439 { return index + 1 < letters.count && CyrillicLetter.isVowel(letters[index + 1]) }
      return letters[index - 1] != 0x44C || letter != 0x43E
    }
  }
}
