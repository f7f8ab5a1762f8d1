/// The name of an element or attribute: namespace URI, prefix as written, local part.
package struct XMLName: Hashable, Sendable {
  /// Empty where there is none, or where the prefix was never declared.
  package let namespace: String
  /// As the document writes it; empty where there is none.
  package let prefix: String
  package let local: String

  package init(namespace: String = "", prefix: String = "", local: String) {
    self.namespace = namespace
    self.prefix = prefix
    self.local = local
  }

  /// The namespace of `xml:base`, `xml:lang` and `xml:space`.
  package static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// An attribute with its value, references resolved.
package struct XMLAttribute: Hashable, Sendable {
  package let name: XMLName
  package let value: String

  package init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

extension [XMLAttribute] {
  /// The value of an attribute without a prefix.
  package subscript(_ local: String) -> String? {
    first { $0.name.local == local && $0.name.prefix.isEmpty }?.value
  }

  /// The value of `xml:base` or `xml:lang`.
  package func xml(_ local: String) -> String? {
    first { $0.name.local == local && $0.name.namespace == XMLName.xmlNamespace }?.value
  }
}
