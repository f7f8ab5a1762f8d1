/// A row of the demo site's menu.
struct EchoSection: Hashable, Sendable {
  /// The first part of its addresses.
  let slug: String
  let title: String
  /// Old corners of a site are served in windows-1251, as they were made.
  let isWindows1251: Bool
  /// Whether it stands under «Разделы».
  let isNested: Bool

  /// Every section, in the menu's order.
  static let all: [EchoSection] = [
    EchoSection(slug: "novosti", title: "Новости", isWindows1251: false, isNested: false),
    EchoSection(slug: "personalno", title: "Персонально", isWindows1251: false, isNested: true),
    EchoSection(slug: "derzhat-kurs", title: "Держать курс", isWindows1251: false, isNested: true),
    EchoSection(slug: "strategiya", title: "Стратегия", isWindows1251: false, isNested: true),
    EchoSection(slug: "v-mire", title: "В мире", isWindows1251: false, isNested: false),
    EchoSection(slug: "v-strane", title: "В стране", isWindows1251: true, isNested: false),
    EchoSection(slug: "chelovek-i-zakon", title: "Человек и закон", isWindows1251: true, isNested: false),
  ]
}
