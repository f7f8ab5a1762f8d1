/// One node of a document: a cheap value, two elements are equal when they are the same node.
package struct HTMLElement: Hashable {
  /// The tree that it is a node of.
  package let document: HTMLDocument
  /// Its number in the tree, in document order; 0 is the root.
  package let index: Int

  package init(document: HTMLDocument, index: Int) {
    self.document = document
    self.index = index
  }

  /// The known name; `other` for custom elements.
  package var name: HTMLName { document.name(index) }

  /// The name as spelled, in lower case.
  package var spelling: String { document.spelling(index) }

  /// The value of an attribute by its spelling in lower case.
  package subscript(attribute: String) -> String? { document.attribute(spelled: attribute, of: index) }

  /// The value of a known attribute.
  package subscript(attribute: HTMLName) -> String? { document.attribute(attribute, of: index) }

  /// The element around this one.
  package var parent: HTMLElement? {
    let parent = document.parent(index)
    return parent < 0 ? nil : HTMLElement(document: document, index: parent)
  }

  /// The elements directly in this one.
  package var children: [HTMLElement] {
    document.children(index).filter { document.isElement($0) }.map {
      HTMLElement(document: document, index: $0)
    }
  }

  /// The text in this element as written.
  package var text: String { document.text(index) }

  package static func == (left: HTMLElement, right: HTMLElement) -> Bool {
    left.index == right.index && left.document === right.document
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  /// The descendants that a selector names, in document order.
  package func select(_ selector: Selector) -> [HTMLElement] {
    document.select(selector, within: index).map { HTMLElement(document: document, index: $0) }
  }

  /// The first descendant that a selector names.
  package func first(_ selector: Selector) -> HTMLElement? {
    document.select(selector, within: index, limit: 1).first.map {
      HTMLElement(document: document, index: $0)
    }
  }
}
