import Markup

/// The address of a picture as feeds write it.
enum FeedImage {
  static func link(of field: FeedField) -> FeedLink? {
    let reference =
      field.attributes["href"]?.nonEmpty ?? field.attributes["url"]?.nonEmpty ?? field.attributes["src"]?
      .nonEmpty
      ?? field.part("url", "href", "src") ?? field.attributes.first { $0.name.local == "resource" }?.value
      .nonEmpty
      ?? field.bare.nonEmpty
    return reference.map { FeedLink(reference: $0, base: field.base) }
  }
}
