import Markup

/// A `media:content` of an item (Media RSS 1.5): sound, film or a picture.
struct MediaFile {
  let link: FeedLink
  /// Lower case.
  private let medium: String?
  /// In pixels, as stated.
  private let width: Int?
  private let height: Int?
  /// Whether it stands for its group.
  let isDefault: Bool
  /// Which group of the item it belongs to; `nil` outside of any.
  let group: Int?

  init(_ link: FeedLink, _ attributes: [XMLAttribute], group: Int?) {
    self.link = link
    medium = attributes["medium"]?.lowercased().nonEmpty
    width = attributes["width"].flatMap { Int($0.trimmed) }
    height = attributes["height"].flatMap { Int($0.trimmed) }
    isDefault = attributes["isDefault"]?.lowercased() == "true"
    self.group = group
  }

  /// By what it says of itself, else by its name.
  var isPicture: Bool {
    if let medium { return medium == "image" }
    return PictureType.isPicture(type: link.type, path: link.reference.prefix { $0 != "?" && $0 != "#" })
  }

  /// The widest picture of some, the highest or the largest where none says its width; else the first.
  static func best(_ files: [MediaFile]) -> MediaFile? {
    for size in [\MediaFile.width, \.height, \.link.bytes] {
      var best: (file: MediaFile, size: Int)?
      for file in files {
        if let own = file[keyPath: size], own > best?.size ?? 0 { best = (file, own) }
      }
      if let best { return best.file }
    }
    return files.first
  }

  /// Each file that stands alone, and of each group the one that stands for it: the default, else the first. A group
  /// with a file that is known already is left out.
  static func representatives(of files: [MediaFile], besides known: [FeedLink]) -> [FeedLink] {
    let references = Set(known.map(\.reference))
    let toldOf = Set(files.filter { references.contains($0.link.reference) }.compactMap(\.group))
    var chosen: [Int: Int] = [:]
    var result: [MediaFile] = []
    for file in files {
      guard let group = file.group else {
        result.append(file)
        continue
      }
      if toldOf.contains(group) { continue }
      if let place = chosen[group] {
        if file.isDefault, !result[place].isDefault { result[place] = file }
      } else {
        chosen[group] = result.count
        result.append(file)
      }
    }
    return result.map(\.link)
  }
}
