import Markup

/// Which parts of a page are furniture: menus, share bars, comments, boxes, by their element, role and class words.
struct BodyMask {
  private(set) var isDropped: [Bool]

  /// - Parameters:
  ///   - keep: nodes that are known to hold the article, never dropped, nor what holds them.
  ///   - isLenient: whether classes are passed over, so that only elements and roles speak.
  ///   - heading: the node of the title, where it is a heading of the page.
  init(
    _ context: PageContext, heading: Int?, keep: [Int] = [], isLenient: Bool = false, log: inout FurnitureLog
  ) {
    let measures = context.measures
    let document = measures.document
    let reading = context.reading
    let weights = reading.weights
    let rules = reading.asked(FurnitureRule.ofPage)
    isDropped = measures.isVoid
    // What holds a good part of all prose is no furniture, whatever it is called.
    let prose = ProseWeights(measures: measures, isDropped: isDropped).weight
    let total = max(1, prose[0])
    let foreign = ForeignBoxes(context: context, heading: heading, prose: prose)
    var isKept = [Bool](repeating: false, count: document.count)
    for node in keep {
      var index = node
      while index >= 0, !isKept[index] {
        isKept[index] = true
        index = document.parent(index)
      }
    }
    let holdsCore = Self.cores(measures, prose: prose)
    // How deep in an `<article>` or `<main>`: there, headers and footers are the article's own.
    var articleEnd = 0
    var quoteEnd = 0
    var index = 1
    while index < document.count {
      defer { index += 1 }
      if isDropped[index] || isDropped[document.parent(index)] {
        isDropped[index] = true
        continue
      }
      guard document.isElement(index) else { continue }
      let name = document.name(index)
      if name == .article || name == .main { articleEnd = max(articleEnd, document.end(index)) }
      if name == .blockquote { quoteEnd = max(quoteEnd, document.end(index)) }
      guard !isKept[index], name != .html, name != .body else { continue }
      let hints = measures.hints[index]
      let why = foreign[index]
      // Nearly every element has neither a make, a name, a class nor a role that any rule asks for.
      let isAsked =
        why != nil || !hints.isDisjoint(with: .boilerplate) || PageElement.Make(name) == .named
        || document.hasAttribute(.role, of: index)
      guard isAsked || isLenient else { continue }
      let element = PageElement(
        measures: measures, weights: weights, index: index, name: name, hints: hints,
        isInArticle: index < articleEnd, isInQuotation: index < quoteEnd,
        holdsTitle: foreign.holdsTitle(index), foreign: why)
      if why != nil, let rule = rules.first(where: { $0.isFirm && $0.holds(element) }) {
        isDropped[index] = true
        log.tookOut(index, by: rule.name)
        continue
      }
      let share = prose[index] / total
      let isBeside = name == .footer || !hints.isDisjoint(with: [.comments, .related, .share])
      if holdsCore[index], !isBeside {
        if log.isRecording, let rule = rules.first(where: { $0.holds(element) }) {
          log.spare(index, from: rule.name)
        }
        continue
      }
      if isLenient {
        isDropped[index] =
          name == .nav || name == .footer || name == .aside && share < 0.5 || hints.contains(.footer)
          || hints.contains(.comments) && share < 0.7
        if isDropped[index] { log.tookOut(index, by: "element") }
        continue
      }
      let isSecondary = isBeside || name == .nav || name == .aside || hints.contains(.footer)
      if share > (isSecondary ? weights.besideShare : weights.furnitureShare), name != .footer {
        if log.isRecording, let rule = rules.first(where: { $0.holds(element) }) {
          log.spare(index, from: rule.name)
        }
        continue
      }
      if let rule = rules.first(where: { $0.holds(element) }) {
        isDropped[index] = true
        log.tookOut(index, by: rule.name)
      }
    }
  }

  /// Which nodes hold what the page itself calls its main part or the article's body.
  private static func cores(_ measures: PageMeasures, prose: [Double]) -> [Bool] {
    let document = measures.document
    var holds = [Bool](repeating: false, count: document.count)
    for index in 1..<max(1, document.count) where document.isElement(index) && !measures.isVoid[index] {
      let isCore =
        document.name(index) == .main || document.attribute(.role, of: index) == "main"
        || document.attribute(.itemprop, of: index)?.lowercased().contains("articlebody") == true
      guard isCore, prose[index] > 100 else { continue }
      var node = index
      while node > 0, !holds[node] {
        holds[node] = true
        node = document.parent(node)
      }
    }
    return holds
  }
}
