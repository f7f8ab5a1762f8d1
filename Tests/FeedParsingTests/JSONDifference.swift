import Foundation

/// The first place where a JSON value is not what was expected. Keys that the expectation does not name are free;
/// `null` means that the key is absent; lists have the same length.
enum JSONDifference {
  /// `nil` when there is none; else its path, what was expected and what was there.
  static func first(expected: Any, actual: Any?, path: String = "$") -> String? {
    if expected is NSNull { return actual == nil ? nil : "\(path): expected nothing, found \(text(actual))" }
    guard let actual else { return "\(path): expected \(text(expected)), found nothing" }
    switch (expected, actual) {
    case (let expected as [String: Any], let actual as [String: Any]):
      for key in expected.keys.sorted() {
        guard let inner = expected[key] else { continue }
        if let found = first(expected: inner, actual: actual[key], path: "\(path).\(key)") { return found }
      }
      return nil
    case (let expected as [Any], let actual as [Any]):
      for (index, inner) in expected.enumerated() {
        let other = index < actual.count ? actual[index] : nil
        if let found = first(expected: inner, actual: other, path: "\(path)[\(index)]") { return found }
      }
      guard expected.count == actual.count else {
        return "\(path): expected \(expected.count) elements, found \(actual.count): \(text(actual.last))"
      }
      return nil
    case (let expected as NSNumber, let actual as NSNumber) where expected == actual: return nil
    case (let expected as String, let actual as String) where expected == actual: return nil
    default: return "\(path): expected \(text(expected)), found \(text(actual))"
    }
  }

  private static func text(_ value: Any?) -> String { value.map { String(describing: $0) } ?? "nothing" }
}
