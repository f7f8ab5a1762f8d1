/// The desktop's own programs that put a text on the clipboard, for terminals that do not.
package struct ClipboardTool: Sendable {
  private let command: [String]
  private let program: String?

  /// The first program that is there and fits the desktop.
  package init(environment: [String: String]) {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    var candidates: [[String]] = []
    if has("WAYLAND_DISPLAY") { candidates.append(["wl-copy"]) }
    if has("DISPLAY") {
      candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    }
    if has("TERMUX_VERSION") { candidates.append(["termux-clipboard-set"]) }
    if has("WSL_DISTRO_NAME") { candidates.append(["clip.exe"]) }
    let path = SearchPath(environment: environment)
    command = candidates.first { path.file(of: $0[0]) != nil } ?? []
    program = command.first.flatMap(path.file)
  }

  /// Its name; `nil` where there is none.
  package var name: String? { command.first }

  /// Starts the copying; false where there is nothing to copy with.
  ///
  /// - Parameter told: whether it was copied, from another thread.
  func copy(_ text: String, told: @escaping @Sendable (Bool) -> Void) -> Bool {
    guard let program else { return false }
    // The child has the file as its own before it is closed here.
    let child = Shell.withFile(of: text) { Child(program, command, input: $0, hasTerminal: false) }
    guard let child else { return false }
    child.whenEnded { status, _ in told(status == 0) }
    return true
  }
}
