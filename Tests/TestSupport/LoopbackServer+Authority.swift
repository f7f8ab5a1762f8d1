import Foundation

/// A certificate authority of the tests' own, in a folder for a while, made with `openssl`.
package final class LoopbackAuthority: Sendable {
  /// The common name of its root.
  package static let name = "Vestnik Test Root"

  /// The root's certificate, which a client may be told to trust.
  package let root: URL
  /// For whatever else a test wants to keep there.
  package let folder: URL

  /// A new authority with a new key.
  package init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("authority-\(UUID().uuidString)")
    root = folder.appendingPathComponent("root.pem")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try make("root", subject: "/O=Vestnik/CN=\(Self.name)", [])
  }

  /// Takes the folder away.
  package func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A new certificate and its key.
  func certificate(_ kind: LoopbackTLSServer.Certificate) throws -> (file: URL, key: URL) {
    let host = kind == .wrongHost ? "DNS:elsewhere.example" : "IP:127.0.0.1"
    let own = ["-addext", "subjectAltName=\(host)", "-addext", "basicConstraints=critical,CA:false"]
    let signer = ["-CA", "root.pem", "-CAkey", "root.key"]
    switch kind {
    case .selfSigned: try make("\(kind)", subject: "/CN=127.0.0.1", own)
    case .proper, .wrongHost: try make("\(kind)", subject: "/CN=127.0.0.1", own + signer)
    case .expired:
      // Only signing a request takes a number of days that is over before it begins.
      try make("\(kind)", subject: "/CN=127.0.0.1", isRequest: true, own)
      try run(
        ["x509", "-req", "-in", "\(kind).pem", "-days", "-1", "-set_serial", "2", "-copy_extensions", "copy"]
          + ["-out", "\(kind).pem"] + signer)
    }
    return (folder.appendingPathComponent("\(kind).pem"), folder.appendingPathComponent("\(kind).key"))
  }

  private func make(_ name: String, subject: String, isRequest: Bool = false, _ more: [String]) throws {
    try run(
      ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", subject]
        + ["-keyout", "\(name).key", "-out", "\(name).pem"] + (isRequest ? [] : ["-x509", "-days", "30"])
        + more)
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw LoopbackTLSServer.Failure(words: "openssl \(arguments.joined(separator: " ")) failed")
    }
  }
}
