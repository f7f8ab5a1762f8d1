import Canvas
import NewsModel
import Phrases

// Articles that leave the reader: to a file, to another program.

extension ReaderState {
  /// Asks where an article is to be written to; its title is offered.
  mutating func askForFile() -> [Effect] {
    guard let story = handedStory else { return [] }
    prompt = Prompt(
      purpose: .saveToFile(story.reference, replacing: nil), line: InputLine(Self.fileName(story.title)))
    return []
  }

  /// Asks which command gets an article's text; the key Up brings the last one.
  mutating func askForCommand() -> [Effect] {
    guard let story = handedStory else { return [] }
    prompt = Prompt(purpose: .pipe(story.reference))
    return []
  }

  /// Does what the line at the bottom asked for.
  mutating func finishPrompt(_ prompt: Prompt) -> [Effect] {
    let text = prompt.line.text.trimmingCharacters(in: .whitespaces)
    switch prompt.purpose {
    case .find:
      guard let find = article?.find, find.hits.isEmpty || prompt.line.characters.isEmpty else { return [] }
      if find.hits.isEmpty { notice = .reason(phrasebook[.foundNothing]) }
      withArticle { $0.find = nil }
      return []
    case .saveToFile(let reference, let replaced):
      return text.isEmpty ? [] : [.saveToFile(reference, path: text, replaces: text == replaced)]
    case .pipe(let reference):
      guard !text.isEmpty else { return [] }
      pipeCommand = text
      pipedArticle = reference
      return [.loadText(reference, command: text)]
    }
  }

  /// A line that could not be obeyed is there again, to be mended as in a shell.
  mutating func keepLine(of effect: Effect) {
    if case .saveToFile(let reference, let path, _) = effect {
      askAgain(Prompt(purpose: .saveToFile(reference, replacing: nil), line: InputLine(path)))
    }
    if case .loadText(let reference, let command) = effect {
      askAgain(Prompt(purpose: .pipe(reference), line: InputLine(command)))
    }
    if case .runCommand(let command, _) = effect, let reference = pipedArticle {
      askAgain(Prompt(purpose: .pipe(reference), line: InputLine(command)))
    }
  }

  /// Asks once more. A file that stands there already is replaced only under the same name. Where something else is
  /// being typed by now, it is only told.
  mutating func askAgain(_ wanted: Prompt) {
    guard prompt == nil, popup == nil, !isTyping else {
      if case .saveToFile(_, let path?) = wanted.purpose { notice = .problem(.fileExists(path)) }
      return
    }
    prompt = wanted
  }

  /// The article that is read, or the one the cursor stands on.
  private var handedStory: Story? { focus == .main ? article?.story ?? focusedStory : focusedStory }

  /// A title as a file's name: its words, parted by hyphens.
  static func fileName(_ title: String) -> String {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    var name = ""
    for word in words {
      guard name.utf8.count + word.utf8.count < longestName else { break }
      name += name.isEmpty ? String(word) : "-" + word
    }
    return (name.isEmpty ? "vestnik" : name) + ".txt"
  }

  /// In bytes; file systems allow 255.
  private static let longestName = 120
}
