/// What a text is, and so how it looks: views name inks, themes give them colours. The one table of roles; its
/// names are the keys of a theme's `roles:`.
///
/// A coding key, for the compiler writes out the names of those: asked of the runtime, they take a start longer than
/// all else in a theme.
package enum Ink: Int, CaseIterable, CodingKey, Hashable, Sendable {
  /// Running text.
  case text
  /// Text of a second rank: ages, counts, what is switched off.
  case muted
  /// What the eye shall find first.
  case accent
  /// The title of an article.
  case title
  /// A heading inside an article.
  case heading
  /// A headline in a list.
  case headline
  /// The first headline of a block.
  case lead
  /// The summary under a headline.
  case summary
  /// A headline that was read.
  case read
  /// A headline that is new.
  case unread
  /// The mark of what is saved.
  case saved
  /// A link in a text.
  case link
  /// The link that Enter would open.
  case linkFocused
  /// Dates and times.
  case date
  /// The name of a section.
  case section
  /// The name of a source or author.
  case source
  /// The number before a headline, a list's mark.
  case number
  /// The site's name on top.
  case masthead
  /// The moving headlines.
  case ticker
  /// Moving headlines with a word of one's own.
  case tickerUrgent
  /// An entry of the menu bar.
  case menu
  /// The entry whose section is shown.
  case menuCurrent
  /// The entry whose sub-menu is open.
  case menuOpen
  /// The row that has the focus.
  case selected
  /// The same row while another pane has the focus.
  case selectedIdle
  /// Borders.
  case border
  /// The border of the pane that has the focus.
  case focusedBorder
  /// The title of a pane.
  case paneTitle
  /// The title of the pane that has the focus.
  case focusedTitle
  /// The status line.
  case status
  /// What a key does, at the bottom.
  case hint
  /// The key itself.
  case hintKey
  /// A letter that opens what it stands on.
  case hintLabel
  /// A quotation.
  case quote
  /// Code and preformatted text.
  case code
  /// Emphasis inside a text.
  case emphasis
  /// A caption under a picture.
  case caption
  /// A table's heading cells.
  case tableHeading
  /// A tag.
  case tag
  /// A found word.
  case searchHit
  /// The found word that is current.
  case searchHitCurrent
  /// What people type.
  case input
  /// What stands where nothing was typed yet.
  case placeholder
  /// Progress, done part.
  case progress
  /// Good news of the program itself.
  case success
  /// What may go wrong.
  case warning
  /// What went wrong.
  case error

  /// Its key in a theme's `roles:`.
  package var name: String { stringValue }

  /// The ink with a name.
  package init?(name: String) { self.init(stringValue: name) }
}

/// What a text stands on: a cell keeps its surface when text is put on it. Names are keys of `roles:` too, each
/// with one colour.
package enum Surface: Int, CaseIterable, CodingKey, Hashable, Sendable {
  /// The page itself.
  case page
  /// The masthead.
  case mastheadBar
  /// The menu bar.
  case menuBar
  /// The line at the bottom.
  case statusBar
  /// The side panes.
  case panel
  /// Drop-down menus, the palette, help, notices.
  case popup
  /// The row that has the focus.
  case selection
  /// The same row while another pane has the focus.
  case selectionIdle
  /// Quotations and code.
  case block

  /// Its key in a theme's `roles:`.
  package var name: String { stringValue }

  /// The surface with a name.
  package init?(name: String) { self.init(stringValue: name) }
}

/// How a text stands out besides its colour.
package struct CellAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Every text that is put names some, or none: the library's own way is generic and too slow for that.
  package init(arrayLiteral elements: CellAttributes...) {
    rawValue = elements.reduce(0) { $0 | $1.rawValue }
  }

  /// SGR 1.
  package static let bold = CellAttributes(rawValue: 1)
  /// SGR 3; terminals without it show plain text.
  package static let italic = CellAttributes(rawValue: 2)
  /// SGR 4.
  package static let underline = CellAttributes(rawValue: 4)
  /// SGR 7: foreground and background changed about.
  package static let reverse = CellAttributes(rawValue: 8)
  /// SGR 2.
  package static let dim = CellAttributes(rawValue: 16)
}
