import Foundation
import NewsModel
import Yams

/// `muted.yaml`: what is not shown, written by the reader, made to be edited: a line taken out is shown again.
package struct MuteFile: MuteStore {
  private let file: URL

  /// Where it is.
  package var path: String { file.path }

  /// The file need not exist.
  package init(_ file: URL) { self.file = file }

  package func muted() -> MutedNews { read().muted }

  /// What the file names; nothing where it cannot be read.
  package func read() -> (muted: MutedNews, warnings: [ConfigurationWarning]) {
    guard FileManager.default.fileExists(atPath: file.path) else { return (MutedNews(), []) }
    switch YAMLFile.read(file) {
    case .failure(let failure): return (MutedNews(), [failure])
    case .success(var yaml):
      yaml.refuseUnknownNames(in: yaml.root, known: ["sites", "sections", "words"])
      var muted = MutedNews(
        sites: Set(Self.texts(yaml.root["sites"]).map(SiteID.init(rawValue:))),
        words: Self.texts(yaml.root["words"]).map { CleanText.line($0, limit: 200) })
      for (key, value) in yaml.root["sections"]?.mapping ?? Node.Mapping([]) {
        guard let site = key.string else { continue }
        muted.sections[SiteID(rawValue: site)] = Set(Self.texts(value).map(SectionID.init(rawValue:)))
      }
      return (muted, yaml.warnings)
    }
  }

  /// Why the file was left as it is.
  package enum Refusal: Error, Hashable, Sendable {
    /// It holds something that cannot be read, and would lose it.
    case faulty(ConfigurationWarning)
    case unwritable
  }

  /// Changes what the file names now, other programs' changes included, and writes it, whole or not at all.
  package func change(_ edit: (inout MutedNews) -> Void) throws(Refusal) {
    var (muted, warnings) = read()
    if let warning = warnings.first { throw .faulty(warning) }
    edit(&muted)
    do { try write(muted) } catch { throw .unwritable }
  }

  private func write(_ muted: MutedNews) throws {
    func sequence(_ texts: [String]) -> Node {
      .sequence(Node.Sequence(texts.map { Node($0, Tag(.str), .doubleQuoted) }))
    }
    var root = Node.Mapping([])
    if !muted.sites.isEmpty { root["sites"] = sequence(muted.sites.map(\.rawValue).sorted()) }
    if !muted.sections.isEmpty {
      let pairs = muted.sections.sorted { $0.key < $1.key }
        .map { (Node($0.key.rawValue), sequence($0.value.map(\.rawValue).sorted())) }
      root["sections"] = .mapping(Node.Mapping(pairs))
    }
    if !muted.words.isEmpty { root["words"] = sequence(muted.words) }
    let header = "# What the reader does not show. Take a line out to see it again.\n"
    let text = try Yams.serialize(node: .mapping(root), indent: 2, width: -1, allowUnicode: true)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((header + text).utf8).write(to: file, options: .atomic)
  }

  private static func texts(_ node: Node?) -> [String] {
    node?.sequence?.compactMap { $0.scalar?.string } ?? []
  }
}
