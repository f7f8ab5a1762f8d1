/// How a text is written out.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// CommonMark, with what is known of the text at its head.
  case markdown
  /// A whole HTML page.
  case html
  /// Lines of a given width.
  case text
}

extension ExportFormat {
  /// What the names of files end in, the usual one first.
  private static let suffixes: KeyValuePairs<ExportFormat, [String]> = [
    .text: ["txt", "text"], .markdown: ["md", "markdown"], .html: ["html", "htm", "xhtml"],
  ]

  /// The usual ends, for people.
  package static var usualSuffixes: String {
    suffixes.compactMap(\.value.first).map { "." + $0 }.joined(separator: ", ")
  }

  /// By a file's suffix; plain text without one.
  package init(path: String) throws(UnknownSuffix) {
    let parts = path.split(separator: "/").last?.split(separator: ".").dropFirst()
    guard let suffix = parts?.last.map(String.init) else {
      self = .text
      return
    }
    guard let form = Self.suffixes.first(where: { $0.value.contains(suffix.lowercased()) })?.key else {
      throw UnknownSuffix(suffix: "." + suffix)
    }
    self = form
  }

  /// A file's name that ends in what no form has.
  package struct UnknownSuffix: Error {
    /// With its dot.
    package let suffix: String
  }
}
