/// The words of class and id names, by what they hint at: international practice and that of Russian, Ukrainian and
/// Kazakh sites. A word is one run of letters or up to three neighbouring ones written together.
enum ClassHintWords {
  /// Read once from the sections `[class.…]` of `Data/classes.words`.
  static let table = read(ClassHints.names)

  /// Names that count only by themselves: «sidebar», not «sidebar-rows».
  static let whole = read([("column", .column), ("top.whole", .top)])

  /// Words behind which another tells of space.
  static let measures = words(of: "measure")
  /// Words that say on which screens a class holds.
  static let screens = words(of: "screen")
  /// The beginnings of classes that name rows of a list and count nothing.
  static let drupal = words(of: "drupal")

  /// Words of the classes of section names within headlines.
  static let rubrics = words(of: "rubric")
  /// The beginnings of classes by which page builders name parts of any kind.
  static let builders = words(of: "builder")

  private static func words(of name: String) -> Set<String> {
    Set(PageWords.all.lines(of: "class." + name).flatMap { $0.split(separator: " ").map(String.init) })
  }

  private static func read(_ names: [(String, ClassHints)]) -> [String: ClassHints] {
    var table: [String: ClassHints] = [:]
    for (name, hint) in names {
      for line in PageWords.all.lines(of: "class." + name) {
        for word in line.split(separator: " ") { table[String(word), default: []].formUnion(hint) }
      }
    }
    return table
  }
}

extension ClassHints {
  /// The hints as the data file calls them.
  static let names: [(String, ClassHints)] = [
    ("body", .body), ("content", .content), ("comments", .comments), ("share", .share), ("related", .related),
    ("navigation", .navigation), ("menu", .menu), ("breadcrumb", .breadcrumb),
    ("subscription", .subscription), ("advertisement", .advertisement), ("sidebar", .sidebar),
    ("footer", .footer), ("header", .header), ("popup", .popup), ("tags", .tags), ("meta", .meta),
    ("author", .author), ("caption", .caption), ("hidden", .hidden), ("date", .date), ("title", .title),
    ("lead", .lead), ("top", .top), ("ticker", .ticker), ("list", .list), ("mobile", .mobile),
    ("pages", .pages), ("media", .media), ("picture", .picture), ("language", .language), ("logo", .logo),
    ("dateline", .dateline), ("gallery", .gallery), ("layout", .layout), ("ingredients", .ingredients),
  ]
}
