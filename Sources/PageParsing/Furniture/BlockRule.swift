/// A rule by which a block of a text that was put together is no part of it. The raw value is as `inspect article`
/// names it.
enum BlockRule: String, CaseIterable, Sendable {
  /// Title, date, by-line before the first paragraph.
  case head = "opening line"
  /// A note of a change, a line that leads on, a heading that heads nothing, behind the last paragraph.
  case tail = "closing line"
  /// A paragraph that says what a caption said.
  case caption = "caption again"
  /// A short line that stands there six times or more.
  case refrain = "refrain"
  /// What the page's own data does not know as text.
  case unstated = "not in the page's data"
}
