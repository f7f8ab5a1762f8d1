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
    return logo() ?? shared() ?? titleEnd()
  }

  private func logo() -> String? {
    let document = context.document
    for index in 1..<max(1, document.count) where context.measures.hints[index].contains(.logo) {
      let text = context.visibleLine(index, limit: 120)
      if text.count >= 2, text.count <= 80 { return inTitle(text) ?? firstChild(index) ?? firstPart(text) }
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

  /// The part of the page's title with which the logo's words begin: what follows there is the slogan.
  private func inTitle(_ text: String) -> String? {
    let folded = Folding.label(text)
    return titleParts.first { part in
      let name = Folding.label(part)
      return part.count >= 2 && (folded == name || folded.hasPrefix(name + " "))
    }
  }

  /// The first of several elements in a logo; the slogan is another.
  private func firstChild(_ index: Int) -> String? {
    let document = context.document
    var node = index
    while true {
      let children = document.children(node).filter { context.measures.length[$0] > 0 }
      guard let first = children.first, document.isElement(first) else { return nil }
      if children.count > 1 {
        let text = context.visibleLine(first, limit: 80)
        return text.count >= 2 && text.count <= 60 ? text : nil
      }
      node = first
    }
  }

  /// The part of the page's title that also stands in its header: as a heading or as a link to the front page.
  private func shared() -> String? {
    let document = context.document
    let parts = titleParts.map { (name: $0, folded: Folding.label($0)) }.filter { $0.name.count <= 60 }
    guard !parts.isEmpty else { return nil }
    let isOfArticle = titleParts.count == 1 && !isFolder
    for index in 1..<max(1, min(document.count, 300)) where document.isElement(index) {
      switch document.name(index) {
      case .a, .h1, .h2, .strong, .b, .p, .div, .span: break
      default: continue
      }
      guard (3..<160).contains(context.measures.length[index]), isInHeader(index) else { continue }
      // A title of one part is the article's: a heading that leads nowhere repeats it.
      if isOfArticle, context.measures.links[index] == 0,
        document.name(index) == .h1 || document.name(index) == .h2
      {
        continue
      }
      let text = Folding.label(context.visibleLine(index, limit: 100))
      if let part = parts.first(where: { $0.folded == text }) { return part.name }
    }
    return nil
  }

  /// Whether the page is a front page by its address: the root, or a folder of it with a short name.
  private var isFolder: Bool {
    guard let address = context.page.address else { return true }
    let folders = address.path.split(separator: "/")
    return address.path.hasSuffix("/") && folders.count <= 1 && folders.allSatisfy { $0.count <= 12 }
  }

  /// Whether an element stands in the site's header, and not in its menu, whose links say «Главная» and «Новости».
  private func isInHeader(_ index: Int) -> Bool {
    let document = context.document
    var node = index
    var isInside = false
    while node > 0 {
      let hints = context.measures.hints[node]
      if document.name(node) == .nav || hints.contains(.menu) || document.name(node) == .article {
        return false
      }
      // «entry-header» is an article's own.
      if document.name(node) == .header || hints.contains(.header), !hints.contains(.content) {
        isInside = true
      }
      node = document.parent(node)
    }
    return isInside
  }

  private var titleParts: [String] {
    guard let title = context.document.first(.title).map({ CleanText.line($0.text, limit: 300) }) else {
      return []
    }
    return TitleParts(title).parts
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
    return title.count <= 60 && (isFront || title.count <= 40 && isClaimed(title)) ? title : nil
  }

  /// Whether a line of rights names a name: «© Эхо района, 2026».
  private func isClaimed(_ name: String) -> Bool {
    let document = context.document
    return (1..<max(1, document.count)).contains { index in
      guard document.isText(index), context.measures.length[index] < 200 else { return false }
      let range = document.textRange(index)
      guard document.textBytes[range].contains(0xA9) else { return false }
      let line = context.line(index, limit: 200)
      return line.contains("©") && line.contains(name)
    }
  }
}
