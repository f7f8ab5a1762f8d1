import Exporting
import Foundation
import NewsModel
import Phrases
import Reader
import ReaderDesk

extension Program {
  /// An article as a document in the form that was asked for.
  func written(
    _ opened: OpenedArticle, as option: FormatOption, for destination: DestinationOption
  ) throws -> Data {
    let format = try format(option, destination)
    return ArticleWriter(phrases: phrases, format: format, columns: option.width).document(opened)
  }

  /// A digest as a document in the form that was asked for.
  func written(
    _ digest: Digest, as option: FormatOption, for destination: DestinationOption
  ) throws -> Data {
    let format = try format(option, destination)
    let writer = ArticleWriter(phrases: phrases, format: format, columns: option.width)
    let blocks = digest.blocks(phrases)
    let language = phrases.language.rawValue
    return writer.document(ExportedText(title: digest.title, language: language, blocks: blocks))
  }

  /// The form that was asked for, by name or by a file's suffix.
  private func format(_ option: FormatOption, _ destination: DestinationOption) throws -> ExportFormat {
    if let format = option.format { return format }
    guard let file = destination.file else { return .markdown }
    do throws(ExportFormat.UnknownSuffix) { return try ExportFormat(path: file) } catch {
      throw ProgramFailure(Problem(error))
    }
  }
}
