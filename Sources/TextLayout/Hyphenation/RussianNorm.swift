/// The hard rules of Russian word division (Rules of 1956 §§ 117–122; 2006 §§ 209–218), applied after the patterns.
enum RussianNorm {
  /// Takes out points the rules forbid and moves those a rule places elsewhere.
  static func refine(_ points: inout LetterPoints, _ letters: WordLetters) {
    let vowels = letters.vowels
    if letters.hasDouble { splitDoubles(&points, letters, vowels) }
    keepPrefix(&points, letters, vowels)
    guard points.bits != 0 else { return }
    points.keep(left: 2, right: 2, count: letters.count)
    // A vowel on both sides.
    guard vowels != 0 else {
      points.bits = 0
      return
    }
    let firstVowel = UInt64(vowels.trailingZeroBitCount)
    let lastVowel = UInt64(63 &- vowels.leadingZeroBitCount)
    points.bits &= ~(2 &<< firstVowel &- 1)
    points.bits &= 2 &<< lastVowel &- 1
    var previous = 0
    points.filter { index in
      let isKept =
        mayStand(letters, index) && vowels >> UInt64(previous) & (1 &<< UInt64(index &- previous) &- 1) != 0
      if isKept { previous = index }
      return isKept
    }
  }

  /// Never before ы, ъ, ь, й, nor between a consonant and э.
  private static func mayStand(_ letters: WordLetters, _ index: Int) -> Bool {
    switch letters[index] {
    case 0x44B, 0x44A, 0x44C, 0x439: false
    case 0x44D: CyrillicLetter.isVowel(letters[index - 1])
    default: true
    }
  }

  /// A doubled consonant between vowels is split, unless it begins a root behind a prefix.
  private static func splitDoubles(_ points: inout LetterPoints, _ letters: WordLetters, _ vowels: UInt64) {
    var index = 1
    while index &+ 2 < letters.count {
      defer { index &+= 1 }
      guard letters[index] == letters[index &+ 1], vowels >> UInt64(index) & 1 == 0,
        vowels >> UInt64(index &- 1) & 1 == 1, vowels >> UInt64(index &+ 2) & 1 == 1
      else { continue }
      points[index &+ 2] = false
      // вв stands in roots only; the other pairs are roots where the patterns divide before them.
      let beginsRoot = (points[index] || letters[index] == 0x432) && beginsRoot(letters, index)
      points[index] = beginsRoot
      points[index &+ 1] = !beginsRoot
    }
  }

  /// Roots that begin with a doubled consonant: ссор-, ссуд-, ссыл-, жже-, жжё-, ввод-, ввоз-, введ-, as in по-ссориться.
  private static func beginsRoot(_ letters: WordLetters, _ index: Int) -> Bool {
    guard index &+ 3 < letters.count else { return false }
    switch (letters[index], letters[index &+ 2], letters[index &+ 3]) {
    case (0x441, 0x43E, 0x440), (0x441, 0x443, 0x434), (0x441, 0x44B, 0x43B): return true
    case (0x436, 0x435, 0x447), (0x436, 0x435, 0x43D), (0x436, 0x451, 0x43D), (0x436, 0x451, 0x433):
      return true
    case (0x432, 0x43E, 0x434), (0x432, 0x43E, 0x437), (0x432, 0x435, 0x434): return true
    default: return false
    }
  }

  /// при- keeps no consonant of a root that begins with two: при-слать, not прис-лать.
  private static func keepPrefix(_ points: inout LetterPoints, _ letters: WordLetters, _ vowels: UInt64) {
    guard letters.count > 6, points[4], letters[0] == 0x43F, letters[1] == 0x440, letters[2] == 0x438,
      vowels >> 3 & 3 == 0, letters[3] != letters[4]
    else { return }
    // принц, принтер, присяга: no prefix before н and ц; the patterns know them.
    guard letters[3] != 0x43D, letters[3] != 0x437 || letters[4] != 0x43C else { return }
    points[4] = false
    points[3] = true
  }
}
