import ArgumentParser
import Configuration
import FeedParsing
import Fetching
import Foundation
import Language
import NewsModel
import Newsroom
import PageParsing
import Phrases
import ReaderDesk
import Threads

/// `vestnik inspect`: what Vestnik understands of bytes, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what Vestnik understands of a feed, page or file, and why.",
    discussion: """
      EXAMPLE
        vestnik inspect site https://echo.example/
        vestnik inspect article page.html --base https://echo.example/1.html
      """)

  /// What the bytes are taken for.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case feed
    case article
    case site
    case charset
    case opml
  }

  @Argument(help: "What to read it as; charset: how its letters are encoded.")
  var kind: Kind
  @Argument(help: ArgumentHelp("An address or a file.", valueName: "url"))
  var source: String
  @Option(help: ArgumentHelp("The address that a file came from.", valueName: "url"))
  var base: String?
  @Option(help: ArgumentHelp("The Content-Type that a file came with.", valueName: "type"))
  var contentType: String?
  @OptionGroup var output: JSONOption

  func run() throws {
    let body = try fetchedBody()
    let address = base.flatMap { WebAddress($0) } ?? body.address
    let inspection = Inspection(
      bytes: body.bytes, contentType: contentType ?? body.contentType, address: address,
      now: TrustedClock.machine())
    if output.json {
      Output.line(String(decoding: try inspection.json(of: kind), as: UTF8.self))
    } else {
      for line in try inspection.lines(of: kind) { Output.line(line) }
    }
  }

  private func fetchedBody() throws -> FetchedBody {
    guard let address = PastedAddress.candidates(for: source).first else {
      throw ProgramFailure(.notAnAddress(CleanText.line(source, limit: 200)))
    }
    let transport = RoutingTransport(web: CurlTransport(configuration: Program.manners(Settings())))
    let outcome = AsyncBridge.wait { await transport.fetch(FetchRequest(address: address, wanted: .either)) }
    switch outcome {
    case .fetched(let body): return body
    case .failed(let failure): throw ProgramFailure(.fetch(failure, at: address))
    case .notModified: throw ProgramFailure(.emptyAnswer(address.text))
    }
  }
}
