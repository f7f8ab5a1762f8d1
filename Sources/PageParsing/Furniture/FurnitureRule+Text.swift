import Markup

extension FurnitureRule<TextElement> {
  /// What stands in a text and is none of it: «Читайте также», lists of links, share words, the title again.
  static let ofText: [FurnitureRule<TextElement>] = [
    FurnitureRule("card") { $0.name == .a && $0.links.isCard($0.index) },
    FurnitureRule("card with a heading") {
      $0.isBlock && $0.name != .p && $0.length < 600 && $0.links.isHeadedCard($0.index)
    },
    FurnitureRule("title again") {
      $0.isHeading && $0.length < 400 && !$0.title.isEmpty && $0.label == $0.title
    },
    FurnitureRule("invitation over a list", with: .listBehind) {
      $0.isHeading && $0.length < 400
        && BodyPhrases.isInvitation($0.label, ofBytes: $0.label.utf8.count)
    },
    FurnitureRule("contents", with: .labelBefore) { $0.isList && $0.links.isContents($0.index) },
    FurnitureRule("list of links") {
      $0.isList && $0.measures.linkDensity($0.index) > $0.weights.linksOnly
        && $0.measures.links[$0.index] > 1 && $0.length < 3000
    },
    FurnitureRule("table of links") {
      $0.name == .table && $0.measures.linkDensity($0.index) > $0.weights.linksOnly
        && $0.measures.links[$0.index] > 3
    },
    FurnitureRule("table that invites") {
      $0.name == .table && (1..<600).contains($0.length) && $0.measures.links[$0.index] > 0
        && BodyPhrases.isInvitation($0.label, ofBytes: $0.text.utf8.count)
    },
    FurnitureRule("invitation", with: .listBehind) {
      $0.isLine && $0.name.isBlock && (1..<60).contains($0.length)
        && BodyPhrases.isInvitation($0.label, ofBytes: $0.text.utf8.count)
    },
    FurnitureRule("invitation in a text") {
      $0.isLine && (1..<400).contains($0.length)
        && BodyPhrases.isInvitation($0.label, ofBytes: $0.text.utf8.count)
    },
    FurnitureRule("label over links", with: .listBehind) {
      ($0.isBlock || $0.isHeading) && (3..<80).contains($0.length)
        && $0.measures.links[$0.index] == 0 && $0.links.announcesLinks($0.index)
    },
    FurnitureRule("link line") { $0.isBlock && $0.links.isLinkLine($0.index) },
    FurnitureRule("by-line") { $0.isBlock && $0.isByline },
    FurnitureRule("offer") { ($0.isBlock && $0.name != .p || $0.isList) && $0.links.isOffer($0.index) },
    FurnitureRule("button") {
      $0.isLine && $0.name.isBlock && (1..<400).contains($0.length) && BodyPhrases.isFurniture($0.label)
    },
  ]
}
