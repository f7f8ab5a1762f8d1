import Foundation
import Language
import Markup
import NewsModel

/// What the site calls itself.
struct SiteName {
  let context: PageContext

  /// `og:site_name`, the publisher of its data, the logo, the end of the page's title.
  func find() -> String? {
    if let name = context.meta.first(["og:site_name", "application-name", "apple-mobile-web-app-title"])?
      .value
    {
      let line = CleanText.line(name, limit: 100)
      if !line.isEmpty, line.count <= 50 { return line }
    }
    if let name = context.linked.name(ofType: ["newsmediaorganization", "organization", "website"]) {
      let line = CleanText.line(PlainText.fromHTML(name), limit: 100)
      if !line.isEmpty, line.count <= 60 { return line }
    }
    return logo() ?? titleEnd()
  }

  private func logo() -> String? {
    let document = context.document
    for index in 1..<max(1, document.count) where context.measures.hints[index].contains(.logo) {
      let text = context.visibleLine(index, limit: 120)
      if text.count >= 2, text.count <= 60 { return firstPart(text) }
      let image = (index..<document.end(index)).first { document.name($0) == .img }
      if let alt = image.flatMap({ document.attribute(.alt, of: $0) }) {
        let line = CleanText.line(alt, limit: 120)
        if line.count >= 2, line.count <= 60, Folding.label(line) != "logo",
          Folding.label(line) != "логотип"
        {
          return line
        }
      }
    }
    return nil
  }

  private func firstPart(_ text: String) -> String {
    for separator in [" — ", " – ", " | ", " - "] {
      if let part = text.components(separatedBy: separator).first, part != text, !part.isEmpty { return part }
    }
    return text
  }

  private func titleEnd() -> String? {
    guard let title = context.document.first(.title).map({ CleanText.line($0.text, limit: 300) }),
      !title.isEmpty
    else { return nil }
    let isFront = context.page.address.map { $0.path == "/" || $0.path.hasPrefix("/index.") } ?? true
    for separator in [" | ", " — ", " – ", " - ", " :: ", " » ", ": "] {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1 else { continue }
      let part = (isFront ? parts.first : parts.last) ?? title
      if part.count >= 2, part.count <= 60 { return part }
    }
    return title.count <= 60 && isFront ? title : nil
  }
}
