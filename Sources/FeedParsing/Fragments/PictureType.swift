/// Whether a file is a picture, by its media type and its name.
enum PictureType {
  /// - Parameters:
  ///   - type: lower case; one that says nothing (`application/octet-stream`, RFC 2046 §4.5.1) leaves it to the name.
  ///   - path: without a query.
  static func isPicture(type: String?, path: some StringProtocol) -> Bool {
    let essence = (type ?? "").prefix { $0 != ";" }
    if essence == "image" || essence.hasPrefix("image/") { return true }
    guard essence.isEmpty || empty.contains(String(essence)) || !essence.contains("/") else { return false }
    let name = path.lowercased()
    return names.contains { name.hasSuffix($0) }
  }

  private static let empty: Set<String> = [
    "application/octet-stream", "binary/octet-stream", "application/unknown", "application/x-unknown",
    "application/download", "application/force-download", "*/*",
  ]

  private static let names = [".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif"]
}
