import NewsModel

/// An entry of the menu bar.
struct MenuEntry: Equatable {
  /// Where it leads.
  enum Destination: Equatable {
    case front
    /// Everything of the site, the newest first.
    case all
    case section(SectionID)
    /// A text about the site itself.
    case page(Headline)
    /// Only its sub-menu.
    case nowhere
  }

  var title: String
  var destination: Destination
  var rows: [Row]

  /// Whether it or its sub-menu leads to a section's list.
  var leadsToList: Bool {
    ([destination] + rows.map(\.destination)).contains { if case .section = $0 { true } else { false } }
  }

  /// A row of its sub-menu.
  struct Row: Equatable {
    var title: String
    var destination: Destination
  }
}

extension ReaderState {
  /// The menu as the site has it; the entry that leads home stands first, ours where the site has none. Where no
  /// entry leads to a list, the one behind it leads to what the front page has no room for.
  var menuEntries: [MenuEntry] {
    guard let site = currentSite else { return [] }
    var entries = site.sections.map { section in
      let id = SectionID(rawValue: section.title)
      let isHome = section.address.map { $0.withoutFragment == site.home.withoutFragment } ?? false
      let isPage = site.pages.count > 1 && section.sections.isEmpty && page(of: id) != nil
      return MenuEntry(
        title: section.title,
        destination: isHome
          ? .front : section.address == nil && section.feed == nil ? .nowhere : .section(id),
        rows: isPage
          ? pageRows
          : section.sections.map {
            let id = SectionID(rawValue: "\(section.title)/\($0.title)")
            return MenuEntry.Row(title: $0.title, destination: .section(id))
          })
    }
    // Pages about the site that no entry of its own leads to.
    if !site.pages.isEmpty, !site.sections.contains(where: { page(of: SectionID(rawValue: $0.title)) != nil })
    {
      entries.append(MenuEntry(title: phrasebook[.aboutSite], destination: .nowhere, rows: pageRows))
    }
    if !entries.contains(where: { $0.destination == .front }) {
      entries.insert(MenuEntry(title: phrasebook[.frontPage], destination: .front, rows: []), at: 0)
    }
    if !entries.contains(where: \.leadsToList) {
      entries.insert(MenuEntry(title: phrasebook[.allNews], destination: .all, rows: []), at: 1)
    }
    return entries
  }

  private var pageRows: [MenuEntry.Row] {
    currentSite?.pages.map { MenuEntry.Row(title: $0.title, destination: .page($0)) } ?? []
  }

  /// The page that a menu entry leads to, when that is a text about the site and no list.
  func page(of section: SectionID) -> Headline? {
    guard let site = currentSite, let entry = site.section(section), entry.feed == nil,
      let address = entry.address
    else { return nil }
    guard site.pages.contains(where: { $0.address.withoutFragment == address.withoutFragment }) else {
      return nil
    }
    return Headline(title: entry.title, address: address)
  }

  /// The entry whose section is shown.
  var currentMenuEntry: Int? {
    let entries = menuEntries
    guard let section else {
      if places.contains(where: \.isWholeSite) { return entries.firstIndex { $0.destination == .all } }
      guard case .front = places.first(where: { if case .front = $0 { true } else { false } }),
        !isAwayFromSections
      else { return nil }
      return entries.firstIndex { $0.destination == .front }
    }
    return entries.firstIndex {
      $0.destination == .section(section) || $0.rows.contains { $0.destination == .section(section) }
    }
  }

  /// Whether what is shown belongs to no entry of the menu.
  private var isAwayFromSections: Bool {
    places.contains {
      switch $0 {
      case .search, .sources, .help: true
      case .list(let list):
        switch list.query {
        case .section: false
        case .site, .saved, .sinceLastVisit: true
        }
      case .kiosk: places.count == 1
      case .front, .article: false
      }
    }
  }

  /// Every section of the menu in order, sub-sections after their entry: what `next-section` walks.
  var sectionWalk: [MenuEntry.Destination] {
    menuEntries.flatMap { entry in
      ([entry.destination] + entry.rows.map(\.destination)).filter { destination in
        switch destination {
        case .front, .all: true
        case .section(let id): page(of: id) == nil
        case .page, .nowhere: false
        }
      }
    }
  }
}
