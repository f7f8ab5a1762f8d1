extension ResponseHead {
  /// The codings that exist (RFC 9110 §8.4.1, and the registry's later ones).
  private static let codings: Set<Substring> = [
    "gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd", "dcb", "dcz", "exi", "pack200-gzip",
    "aes128gcm",
  ]

  /// Whether the body came in a coding that exists.
  var isCompressed: Bool { !codingNames.isDisjoint(with: Self.codings) }

  private var codingNames: Set<Substring> {
    Set((text(of: .contentEncoding) ?? "").lowercased().split { $0 == "," || $0 == " " || $0 == "\t" })
  }

  /// Whether `Content-Encoding` names no coding at all, but a character set or a type: the body is as it should be
  /// (Fetch standard, "handle content codings").
  var namesNoCoding: Bool {
    let names = codingNames
    return !names.isEmpty && Self.codings.isDisjoint(with: names)
  }
}
