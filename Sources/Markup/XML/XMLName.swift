/// The name of an element or attribute: namespace URI, prefix as written, local part.
package final class XMLName: Sendable {
  /// Empty where there is none, or where the prefix was never declared.
  package let namespace: String
  /// As the document writes it; empty where there is none.
  package let prefix: String
  /// As the document writes it, without the prefix.
  package let local: String
  /// Which name it is of those in its document, counted from 0 as they come.
  package let number: Int

  package init(namespace: String = "", prefix: String = "", local: String, number: Int = 0) {
    self.number = number
    self.namespace = namespace
    self.prefix = prefix
    self.local = local
  }

  /// The namespace of `xml:base`, `xml:lang` and `xml:space`.
  package static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// An attribute with its value, references resolved.
package struct XMLAttribute: Sendable {
  /// With its namespace.
  package let name: XMLName
  /// Normalised as XML 1.0 §3.3.3 has it; may be empty.
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

  /// The value of an attribute without a prefix, its name in either case.
  package func ignoringCase(_ local: String) -> String? {
    first { $0.name.prefix.isEmpty && $0.name.local.lowercased() == local }?.value
  }

  /// The value of `xml:base` or `xml:lang`.
  package func xml(_ local: String) -> String? {
    first { $0.name.local == local && $0.name.namespace == XMLName.xmlNamespace }?.value
  }
}
