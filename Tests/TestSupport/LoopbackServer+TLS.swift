import Foundation
import Glibc

/// An HTTPS server on 127.0.0.1: `openssl s_server` with a certificate made for it. It lives until `stop`.
package final class LoopbackTLSServer: Sendable {
  /// What its certificate is like.
  package enum Certificate: String, Sendable, CaseIterable {
    /// For 127.0.0.1, signed by `LoopbackAuthority.name`.
    case proper
    case selfSigned
    case expired
    case wrongHost
  }

  /// What it does with a connection.
  package enum Service: Sendable {
    /// Answers every GET with a page about the connection.
    case page
    /// Answers with the files of a folder: each a whole HTTP response, head and all.
    case responses(folder: URL)
    /// Hands bytes on, from the visitor to `read`, from `write` to the visitor, after agreeing on HTTP/2.
    case bareHTTP2
  }

  /// Why there is no server.
  package struct Failure: Error {
    package let words: String
  }

  package let port: UInt16
  private let process: Process
  private let input: FileHandle
  private let output: FileHandle

  package init(_ certificate: Certificate, _ service: Service = .page, by authority: LoopbackAuthority) throws
  {
    let (file, key) = try authority.certificate(certificate)
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    var arguments = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", file.path, "-key", key.path]
    switch service {
    case .page: arguments.append("-www")
    case .responses(let folder):
      arguments.append("-HTTP")
      process.currentDirectoryURL = folder
    case .bareHTTP2: arguments += ["-alpn", "h2", "-naccept", "1"]
    }
    process.arguments = arguments
    let (toServer, fromServer) = (Pipe(), Pipe())
    process.standardInput = toServer
    process.standardOutput = fromServer
    process.standardError = FileHandle.nullDevice
    input = toServer.fileHandleForWriting
    output = fromServer.fileHandleForReading
    try process.run()
    port = try Self.port(from: output)
  }

  /// `https://127.0.0.1:PORT` and a path that begins with a slash.
  package func url(_ path: String = "/", host: String = "127.0.0.1") -> String {
    "https://\(host):\(port)\(path)"
  }

  /// Ends the process; not by a polite signal, which the threads that start processes may have blocked for them.
  package func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Sends bytes to the visitor of a bare service.
  package func write(_ bytes: Data) throws { try input.write(contentsOf: bytes) }

  /// The next bytes from the visitor of a bare service, and what openssl says around them; empty at the end.
  package func read() -> Data { output.availableData }

  /// Reads on until the process says where it listens.
  private static func port(from output: FileHandle) throws -> UInt16 {
    var said = ""
    while true {
      let piece = output.availableData
      guard !piece.isEmpty else { throw Failure(words: "openssl s_server ended: \(said)") }
      said += String(decoding: piece, as: UTF8.self)
      let lines = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      guard let line = lines.first(where: { $0.hasPrefix("ACCEPT ") }) else { continue }
      guard let port = line.split(separator: ":").last.flatMap({ UInt16($0) }) else {
        throw Failure(words: "openssl s_server listens nowhere: \(line)")
      }
      return port
    }
  }
}
