import NewsModel
import Phrases

extension ReaderState {
  /// Begins with what is followed.
  mutating func receive(sites: [Site]) -> [Effect] {
    self.sites = sites
    if !sites.contains(where: { $0.id == site }) { site = sites.first?.id }
    places = sites.count > 1 ? [.kiosk(KioskPlace()), .front(FrontPlace())] : [.front(FrontPlace())]
    if let index = sites.firstIndex(where: { $0.id == site }), sites.count > 1 {
      places[0] = .kiosk(KioskPlace(cursor: ListCursor(selection: index)))
    }
    guard let site else { return [] }
    var effects: [Effect] = [.loadFront(site), .loadTop(site)]
    if sites.count > 1 { effects.append(.loadSiteNews) }
    if let wanted = wantedSection, let section = Self.section(named: wanted, in: currentSite) {
      effects += show(.section(section))
    } else if let wanted = wantedSection {
      notice = .problem(.noSuchSection(wanted, nearest: nil))
    }
    wantedSection = nil
    return effects
  }

  /// The section with an id or, in any case of letters, a title.
  private static func section(named name: String, in site: Site?) -> SectionID? {
    let id = SectionID(rawValue: name)
    return site?.section(id) == nil ? site?.section(titled: name) : id
  }

  /// Takes up what is followed by now, and leaves the reader where he is as far as that is there still.
  mutating func receive(changed sites: [Site]) -> [Effect] {
    guard sites != self.sites else { return [] }
    guard let site, sites.contains(where: { $0.id == site }) else {
      let effects = leaveArticle()
      side = SideState(isShown: side.isShown)
      (popup, prompt, menu, focus, pendingKeys) = (nil, nil, MenuState(), .main, [])
      return effects + receive(sites: sites)
    }
    let listed = self.sites.map(\.id)
    let sections = currentSite?.sections
    self.sites = sites
    if currentSite?.sections != sections { menu = MenuState() }
    for index in places.indices {
      guard case .kiosk(var kiosk) = places[index] else { continue }
      let chosen = listed.indices.contains(kiosk.cursor.selection) ? listed[kiosk.cursor.selection] : site
      kiosk.cursor.follow(to: sites.firstIndex { $0.id == chosen })
      places[index] = .kiosk(kiosk)
    }
    let hasKiosk = if case .kiosk = places[0] { true } else { false }
    if sites.count > 1, !hasKiosk {
      let index = sites.firstIndex { $0.id == site } ?? 0
      places.insert(.kiosk(KioskPlace(cursor: ListCursor(selection: index))), at: 0)
    }
    return sites.count > 1 ? [.loadSiteNews] : []
  }
}
