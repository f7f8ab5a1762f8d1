import Foundation
import Yams

/// A YAML file read into nodes that know their lines, with the warnings met on the way.
struct YAMLFile {
  /// No file that a person writes by hand is larger.
  static let limitBytes = 1 << 20

  let path: String
  let root: Node.Mapping
  private(set) var warnings: [ConfigurationWarning] = []

  /// Reads a file from disk.
  static func read(_ url: URL) -> Result<YAMLFile, ConfigurationFailure> {
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      data = try handle.read(upToCount: limitBytes + 1) ?? Data()
    } catch {
      let reason = (error as NSError).localizedDescription
      return .failure(ConfigurationFailure(file: url.path, problem: .unreadable(reason: reason)))
    }
    guard data.count <= limitBytes else {
      return .failure(ConfigurationFailure(file: url.path, problem: .tooLarge(limitBytes: limitBytes)))
    }
    return parse(String(decoding: data, as: UTF8.self), path: url.path)
  }

  /// Reads text that is already here; an empty one is an empty mapping. What a scalar is said to be by its look is
  /// asked where a value is wanted; nothing is guessed beforehand.
  static func parse(_ text: String, path: String) -> Result<YAMLFile, ConfigurationFailure> {
    // libyaml passes over a byte order mark and counts it as a column: the first name would stand further in.
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    do {
      // The usual constructor knows types that nobody asks it for, by regular expressions that each start would make.
      guard let node = try Yams.compose(yaml: text, .basic, Constructor([:], [:], [:])) else {
        return .success(YAMLFile(path: path, root: Node.Mapping([])))
      }
      if case .mapping(let mapping) = node { return .success(YAMLFile(path: path, root: mapping)) }
      if case .scalar(let scalar) = node, scalar.string.isEmpty {
        return .success(YAMLFile(path: path, root: Node.Mapping([])))
      }
      return .failure(ConfigurationFailure(file: path, problem: .notAMapping))
    } catch let error as YamlError {
      return .failure(
        ConfigurationFailure(file: path, line: error.line, problem: .notYAML(reason: error.reason)))
    } catch {
      return .failure(ConfigurationFailure(file: path, problem: .notYAML(reason: "\(error)")))
    }
  }

  private init(path: String, root: Node.Mapping) {
    self.path = path
    self.root = root
  }

  /// Notes a problem at a node.
  mutating func warn(_ problem: ConfigurationWarning.Problem, at node: Node? = nil) {
    warnings.append(ConfigurationWarning(file: path, line: node?.mark?.line, problem: problem))
  }

  /// Warns of every key of a mapping that is not among the names it takes.
  mutating func refuseUnknownNames(in mapping: Node.Mapping, known: [String]) {
    for (key, _) in mapping {
      guard let name = key.string, !known.contains(name) else { continue }
      warn(.unknownName(name, nearest: NearestName.to(name, among: known)), at: key)
    }
  }
}

/// Why a whole file gave nothing.
typealias ConfigurationFailure = ConfigurationWarning

extension ConfigurationWarning: Error {}

extension YamlError {
  /// The line, counted from 1, where the parser stopped.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// The parser's own words.
  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "the same name twice: \(keys.map { "\($0)" }.joined(separator: ", "))"
    default: "\(self)"
    }
  }
}
