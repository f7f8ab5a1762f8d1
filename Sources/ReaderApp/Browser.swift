import Foundation
import NewsModel

/// Opens addresses in the browser that people chose, without a shell between.
package struct Browser: Sendable {
  /// Programs to try with their arguments, in order.
  private let commands: [[String]]
  private let searchPath: String

  /// From `BROWSER` (programs parted by colons, `%s` for the address) and, after these, the desktop's own choice.
  package init(environment: [String: String]) {
    let chosen = (environment["BROWSER"] ?? "").split(separator: ":").map { command in
      command.split(separator: " ").map(String.init)
    }
    commands = chosen.filter { !$0.isEmpty } + [["xdg-open"]]
    searchPath = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// Starts the first program that there is; false when there is none.
  ///
  /// - Parameter failed: called when the program ends at once with a failure, from another thread.
  package func open(_ address: WebAddress, failed: @escaping @Sendable () -> Void) -> Bool {
    for command in commands {
      guard let name = command.first, let program = executable(name) else { continue }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = Self.arguments(Array(command.dropFirst()), address: address.text)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.terminationHandler = { if $0.terminationStatus != 0 { failed() } }
      if (try? process.run()) != nil { return true }
    }
    return false
  }

  /// An address can be no option: it starts with its scheme.
  static func arguments(_ words: [String], address: String) -> [String] {
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address] }
    return words.map { $0.replacingOccurrences(of: "%s", with: address) }
  }

  private func executable(_ name: String) -> String? {
    let candidates =
      name.contains("/") ? [name] : searchPath.split(separator: ":").map { "\($0)/\(name)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
