import Foundation

/// Host names of any script in the letters that the name system knows (RFC 3492, RFC 5891 §4.4).
package enum Punycode {
  private static let base = 36
  private static let smallestThreshold = 1
  private static let largestThreshold = 26

  /// A host name with each label that is not ASCII encoded; in lower case, composed (NFC).
  /// - Returns: `nil` when a label would be longer than the 63 bytes that the name system allows.
  package static func host(_ host: some StringProtocol) -> String? {
    guard host.utf8.contains(where: { $0 >= 0x80 }) else { return String(host) }
    let folded = host.lowercased().precomposedStringWithCanonicalMapping
    var labels: [String] = []
    for label in folded.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isDot) {
      guard label.contains(where: { !$0.isASCII }) else {
        labels.append(String(label))
        continue
      }
      guard label.count <= 63 else { return nil }
      let encoded = "xn--" + encode(label)
      guard encoded.utf8.count <= 63 else { return nil }
      labels.append(encoded)
    }
    return labels.joined(separator: ".")
  }

  /// The full stop and its ideographic brothers.
  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
  }

  /// RFC 3492 §6.3; at most 63 scalars, so no number overflows.
  private static func encode(_ label: Substring.UnicodeScalarView) -> String {
    let scalars = label.map { Int($0.value) }
    var output = String(String.UnicodeScalarView(label.filter(\.isASCII)))
    let basicCount = output.utf8.count
    if basicCount > 0 { output += "-" }
    var handled = basicCount
    var smallest = 128
    var delta = 0
    var bias = 72
    while handled < scalars.count, let next = scalars.filter({ $0 >= smallest }).min() {
      delta += (next - smallest) * (handled + 1)
      smallest = next
      for scalar in scalars {
        if scalar < smallest { delta += 1 }
        guard scalar == smallest else { continue }
        output += variableLength(delta, bias: bias)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      smallest += 1
    }
    return output
  }

  private static func variableLength(_ number: Int, bias: Int) -> String {
    var rest = number
    var position = base
    var output = ""
    while true {
      let threshold = min(max(position - bias, smallestThreshold), largestThreshold)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
    return output
  }

  private static func digit(_ value: Int) -> Character {
    Character(Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)))
  }

  /// RFC 3492 §6.1.
  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / count
    var position = 0
    while rest > (base - smallestThreshold) * largestThreshold / 2 {
      rest /= base - smallestThreshold
      position += base
    }
    return position + (base - smallestThreshold + 1) * rest / (rest + 38)
  }
}
