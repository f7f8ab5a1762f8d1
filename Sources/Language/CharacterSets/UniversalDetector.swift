import CUchardet

/// Mozilla's universal detector, as libuchardet has it.
enum UniversalDetector {
  /// How many bytes it is shown, from shortly before the first that is not ASCII.
  private static let sampleBytes = 65_536

  /// The encoding it names, if it names one that is known here; ASCII and nothing are `nil`.
  static func encoding(of bytes: UnsafeRawBufferPointer) -> CharacterEncoding? {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 || $0 == 0x1B }), let detector = uchardet_new()
    else { return nil }
    defer { uchardet_delete(detector) }
    let sample = bytes[max(0, first - 512)...].prefix(sampleBytes)
    guard let base = UnsafeRawBufferPointer(rebasing: sample).baseAddress else { return nil }
    guard uchardet_handle_data(detector, base.assumingMemoryBound(to: CChar.self), sample.count) == 0
    else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let label = String(cString: name)
    guard !label.isEmpty, label.lowercased() != "ascii" else { return nil }
    return CharacterEncoding(label: names[label] ?? label)
  }

  /// Its names that are no labels.
  private static let names: [String: String] = [
    "MAC-CYRILLIC": "x-mac-cyrillic", "UHC": "euc-kr", "MAC-CENTRALEUROPE": "x-mac-ce",
  ]
}
