import Foundation
import NewsModel

extension SiteMemory {
  /// What the file begins with; another one whenever `Site` changes, for what is remembered in an older shape is worth
  /// nothing.
  private static let mark = "vestnik sites 2"

  /// The memory as its file holds it.
  var bytes: [UInt8] {
    var fields = FieldWriter()
    fields.add(Self.mark)
    fields.add(sites.sorted { $0.key < $1.key }) { fields, entry in
      fields.add(entry.key)
      let stamp = entry.value.stamp
      for number in [stamp.seconds, stamp.nanoseconds, stamp.bytes, stamp.number] { fields.add(number) }
      Self.add(entry.value.site, to: &fields)
    }
    return fields.bytes
  }

  /// - Returns: `nil` for bytes that are no memory of today's shape.
  init?(bytes: [UInt8]) {
    self.init()
    var fields = FieldReader(bytes)
    do throws(FieldReader.Broken) {
      guard try fields.text() == Self.mark else { return nil }
      let known = try fields.list { fields throws(FieldReader.Broken) in
        let file = try fields.text()
        let stamp = Stamp(
          seconds: try fields.number(), nanoseconds: try fields.number(), bytes: try fields.number(),
          number: try fields.number())
        return (file, Known(stamp: stamp, site: try Self.site(from: &fields)))
      }
      guard fields.isAtEnd else { return nil }
      sites = Dictionary(known) { first, _ in first }
    } catch { return nil }
  }

  private static func add(_ site: Site, to fields: inout FieldWriter) {
    fields.add(site.id.rawValue)
    fields.add(site.name)
    fields.add(site.home.text)
    fields.add(site.language) { $0.add($1) }
    fields.add(site.timeZone) { $0.add($1) }
    fields.add(site.sections) { add($1, to: &$0) }
    fields.add(site.feeds) { $0.add($1.text) }
    fields.add(site.pages) { fields, page in
      fields.add(page.title)
      fields.add(page.address.text)
    }
    fields.add(site.folder) { $0.add($1) }
    fields.add(site.fullText)
    fields.add(site.rules.isFeedOnly)
    fields.add(site.rules.selectors.sorted { $0.key.rawValue < $1.key.rawValue }) { fields, rule in
      fields.add(rule.key.rawValue)
      fields.add(rule.value)
    }
  }

  private static func add(_ section: Section, to fields: inout FieldWriter) {
    fields.add(section.title)
    fields.add(section.address) { $0.add($1.text) }
    fields.add(section.feed) { $0.add($1.text) }
    fields.add(section.sections) { add($1, to: &$0) }
  }

  private static func site(from fields: inout FieldReader) throws(FieldReader.Broken) -> Site {
    var site = Site(
      id: SiteID(rawValue: try fields.text()), name: try fields.text(), home: try address(from: &fields))
    site.language = try fields.optional { fields throws(FieldReader.Broken) in try fields.text() }
    site.timeZone = try fields.optional { fields throws(FieldReader.Broken) in try fields.text() }
    site.sections = try fields.list { fields throws(FieldReader.Broken) in try section(from: &fields) }
    site.feeds = try fields.list { fields throws(FieldReader.Broken) in try address(from: &fields) }
    site.pages = try fields.list { fields throws(FieldReader.Broken) in
      Headline(title: try fields.text(), address: try address(from: &fields))
    }
    site.folder = try fields.list { fields throws(FieldReader.Broken) in try fields.text() }
    site.fullText = try fields.flag()
    site.rules.isFeedOnly = try fields.flag()
    let rules = try fields.list { fields throws(FieldReader.Broken) in
      (try fields.text(), try fields.text())
    }
    for (name, selector) in rules {
      guard let role = SiteRules.Role(rawValue: name) else { throw FieldReader.Broken() }
      site.rules.selectors[role] = selector
    }
    return site
  }

  private static func section(from fields: inout FieldReader) throws(FieldReader.Broken) -> Section {
    Section(
      title: try fields.text(),
      address: try fields.optional { fields throws(FieldReader.Broken) in try address(from: &fields) },
      feed: try fields.optional { fields throws(FieldReader.Broken) in try address(from: &fields) },
      sections: try fields.list { fields throws(FieldReader.Broken) in try section(from: &fields) })
  }

  private static func address(from fields: inout FieldReader) throws(FieldReader.Broken) -> WebAddress {
    guard let address = WebAddress(try fields.text()) else { throw FieldReader.Broken() }
    return address
  }
}
