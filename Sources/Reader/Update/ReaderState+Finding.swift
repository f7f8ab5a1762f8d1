import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// A key while the search line is edited.
  mutating func typeIntoSearch(_ chord: KeyChord) -> [Effect] {
    guard case .search(var search) = place else { return [] }
    switch chord.isHeld ? nil : chord.key {
    case .escape: return goBack()
    case .enter, .down, .tab:
      search.isEditing = search.hits.isEmpty
      search.goesToHits = search.isEditing && search.query != search.answered
      place = .search(search)
      return []
    default:
      guard search.line.take(editing(chord)) else { return [] }
      search.goesToHits = false
      place = .search(search)
      return searchAgain()
    }
  }

  /// Asks for what is typed now.
  mutating func searchAgain() -> [Effect] {
    guard case .search(var search) = place else { return [] }
    guard let query = search.query else {
      search.found = Finding()
      search.answered = nil
      place = .search(search)
      return []
    }
    return query == search.answered ? [] : [.search(query)]
  }

  /// A key while the line at the bottom is edited.
  mutating func typeIntoPrompt(_ chord: KeyChord) -> [Effect] {
    guard var prompt else { return [] }
    switch chord.isHeld ? nil : chord.key {
    case .escape:
      self.prompt = nil
      if case .find(let from) = prompt.purpose {
        withArticle {
          $0.find = nil
          $0.top = from
        }
      }
      return []
    case .enter:
      self.prompt = nil
      return finishPrompt(prompt)
    case .up:
      if case .pipe = prompt.purpose { self.prompt?.line = InputLine(pipeCommand) }
      return []
    default:
      guard prompt.line.take(editing(chord)) else { return [] }
      self.prompt = prompt
      return changePrompt()
    }
  }

  /// Finds what is typed now, from where the view was before.
  mutating func changePrompt() -> [Effect] {
    guard let prompt, case .find(let from) = prompt.purpose else { return [] }
    let text = prompt.line.text
    withArticle { place in
      guard !text.trimmingCharacters(in: .whitespaces).isEmpty else {
        place.find = nil
        place.top = from
        return
      }
      var find = Finder.find(text, in: place.layout, current: 0)
      let start = place.layout.place(atRow: from)
      find.current = find.hits.firstIndex { !$0.isBefore(start) } ?? 0
      place.find = find
      place.top = find.hits.isEmpty ? from : place.top
    }
    showMatch()
    return []
  }

  /// The next or previous found word; from the last one on to the first.
  mutating func goToMatch(by step: Int) -> [Effect] {
    withArticle { place in
      guard var find = place.find, !find.hits.isEmpty else { return }
      find.current = (find.current + step + find.hits.count) % find.hits.count
      place.find = find
    }
    if article?.find?.hits.isEmpty ?? true { notice = .reason(phrasebook[.reasonNoMatch]) }
    showMatch()
    return []
  }

  /// Scrolls to the current found word, when it is not to be seen.
  private mutating func showMatch() {
    let rows = mainRows
    withArticle { place in
      guard let find = place.find, find.hits.indices.contains(find.current) else { return }
      let row = place.layout.row(of: find.hits[find.current])
      if row < place.top || row >= place.top + rows {
        place.top = max(0, min(row - rows / 3, place.layout.rows.count - rows))
      }
    }
  }
}

extension TextPlace {
  /// Whether it stands above another place, or before it in the same paragraph.
  func isBefore(_ other: TextPlace) -> Bool {
    (paragraph, range.lowerBound) < (other.paragraph, other.range.lowerBound)
  }
}

extension InputLine {
  /// Takes a key that edits a line.
  ///
  /// - Returns: whether it was one.
  mutating func take(_ chord: KeyChord) -> Bool {
    if let character = chord.typedCharacter {
      insert(String(character))
      return true
    }
    switch (chord.key, chord.modifiers) {
    case (.backspace, []), (.character("h"), .control): deleteBackward()
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): deleteWord()
    case (.delete, _), (.character("d"), .control): deleteForward()
    case (.character("u"), .control): clear()
    case (.left, .control), (.left, .alt), (.character("b"), .alt): moveWordLeft()
    case (.right, .control), (.right, .alt), (.character("f"), .alt): moveWordRight()
    case (.left, _), (.character("b"), .control): moveLeft()
    case (.right, _), (.character("f"), .control): moveRight()
    case (.home, _), (.character("a"), .control): moveToStart()
    case (.end, _), (.character("e"), .control): moveToEnd()
    default: return false
    }
    return true
  }
}
