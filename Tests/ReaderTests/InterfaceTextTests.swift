import Foundation
import Testing

@testable import Phrases

/// Every text that people read stands in the catalogues.
@Suite("Interface texts")
struct InterfaceTextTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources").standardizedFileURL

  private func swiftFiles(_ folder: String) -> [URL] {
    let root = Self.sources.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// What stands between the quotation marks of a line, comments left out.
  private func literals(_ line: Substring) -> [Substring] {
    guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { !$0.isMultiple(of: 2) }.map { parts[$0] }
  }

  @Test("No Cyrillic text and no sentence stands in the code", arguments: ["Reader", "ReaderApp", "Phrases"])
  func noTexts(folder: String) throws {
    let files = swiftFiles(folder)
    #expect(files.count >= 5)
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        for literal in literals(line) {
          #expect(
            !literal.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) },
            "\(file.lastPathComponent): \(literal)")
          let words = literal.split(separator: " ").filter { $0.count > 3 && $0.allSatisfy(\.isLetter) }
          #expect(words.count < 3, "\(file.lastPathComponent): \(literal)")
        }
      }
    }
  }

  @Test("Every phrase is said somewhere")
  func allUsed() throws {
    var code = ""
    for folder in ["Reader", "ReaderApp", "vestnik", "Phrases"] {
      for file in swiftFiles(folder) where file.lastPathComponent != "Phrase.swift" {
        code += try String(contentsOf: file, encoding: .utf8)
      }
    }
    let unused = Phrase.allCases.filter { phrase in
      code.range(of: "\\.\(phrase.rawValue)\\b", options: .regularExpression) == nil
    }
    #expect(unused.map(\.rawValue) == [])
  }
}
