/// Colours for inks and surfaces: a base16 or base24 scheme's palette and the roles that use it.
package struct Theme: Hashable, Sendable {
  /// How an ink looks.
  package struct InkLook: Hashable, Sendable {
    /// The text's colour.
    package var foreground: Color
    /// Overrides the surface where there is one.
    package var background: Color?
    /// Besides those that a cell brings.
    package var attributes: CellAttributes
  }

  /// How a surface looks.
  package struct SurfaceLook: Hashable, Sendable {
    /// The colour behind the text.
    package var background: Color
    /// For text whose ink has no background of its own.
    package var attributes: CellAttributes
  }

  /// As `--theme`, the settings and the palette of themes name it.
  package let name: String
  /// Whether it is made for light text on dark.
  package let isDark: Bool
  private let inks: [InkLook]
  private let surfaces: [SurfaceLook]

  /// A theme from a scheme.
  ///
  /// - Parameters:
  ///   - palette: `base00` to `base0F`, all needed, and perhaps `base10` to `base17`; values as `Color` reads
  ///     them.
  ///   - roles: by names of inks: `COLOR [on COLOR] [bold] [italic] [underline] [reverse] [dim]`; by names of
  ///     surfaces: `COLOR [reverse …]`. A COLOR is a palette's key or what `Color` reads. Roles that are absent
  ///     are as in `Theme.standardRoles`.
  package init(
    name: String, isDark: Bool, palette: [String: String], roles: [String: String] = [:]
  ) throws(ThemeError) {
    var reader = RoleReader()
    for key in RoleReader.keys {
      guard let text = palette[key] else {
        if RoleReader.neededKeys.contains(key) { throw .missingColor(key) }
        continue
      }
      guard let color = Color(text) else { throw .unreadableColor(key: key, text: text) }
      reader.palette[key] = color
    }
    for role in roles.keys.sorted() where Ink(name: role) == nil && Surface(name: role) == nil {
      throw .unknownRole(role, nearest: RoleReader.nearestRole(to: role))
    }
    var inks: [InkLook] = []
    for ink in Ink.allCases {
      inks.append(try reader.inkLook(roles[ink.name] ?? Self.standardRole(of: ink), role: ink.name))
    }
    var surfaces: [SurfaceLook] = []
    for surface in Surface.allCases {
      let role = roles[surface.name] ?? Self.standardRole(of: surface)
      surfaces.append(try reader.surfaceLook(role, role: surface.name))
    }
    self.name = name
    self.isDark = isDark
    self.inks = inks
    self.surfaces = surfaces
  }

  /// How an ink looks.
  package func look(of ink: Ink) -> InkLook { inks[ink.rawValue] }

  /// How a surface looks.
  package func look(of surface: Surface) -> SurfaceLook { surfaces[surface.rawValue] }

  /// The colours and attributes of a cell, ink over surface.
  package func colors(
    ink: Ink, surface: Surface, attributes: CellAttributes
  ) -> (foreground: Color, background: Color, attributes: CellAttributes) {
    let (ink, surface) = (look(of: ink), look(of: surface))
    let own = ink.background == nil ? surface.attributes : []
    return (ink.foreground, ink.background ?? surface.background, attributes.union(ink.attributes).union(own))
  }

  /// Whether it asks for nothing but the terminal's own foreground and background.
  package var isColorless: Bool {
    inks.allSatisfy { $0.foreground == .standard && ($0.background ?? .standard) == .standard }
      && surfaces.allSatisfy { $0.background == .standard }
  }

  /// No colour at all, only attributes: what is shown when everything else fails.
  package static let plain = Theme()

  /// The plain theme cannot fail to be read.
  private init() {
    name = "plain"
    isDark = true
    inks = Ink.allCases.map { ink in
      InkLook(foreground: .standard, background: nil, attributes: Self.plainAttributes(of: ink))
    }
    surfaces = Surface.allCases.map { surface in
      let isReverse = [.selection, .menuBar, .statusBar].contains(surface)
      return SurfaceLook(background: .standard, attributes: isReverse ? .reverse : [])
    }
  }

  private static func plainAttributes(of ink: Ink) -> CellAttributes {
    switch ink {
    case .selected, .menuOpen, .linkFocused, .hintLabel, .searchHit, .searchHitCurrent: .reverse
    case .title, .lead, .unread, .heading, .masthead, .menuCurrent, .tickerUrgent, .focusedTitle, .paneTitle,
      .hintKey, .tableHeading, .accent, .section, .error:
      .bold
    case .link: .underline
    default: []
    }
  }
}
