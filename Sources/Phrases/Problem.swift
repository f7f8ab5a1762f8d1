import Foundation
import NewsModel

/// What can go wrong, with the facts a sentence about it needs: `Phrasebook.sentence(for:)` says what happened and what
/// to do.
///
/// Every part has errors of its own; whoever shows them maps them to these.
package enum Problem: Hashable, Sendable {
  // The network.
  /// Why there is no answer, and from where.
  case fetch(FetchFailure, at: WebAddress)
  case tooLarge(limitBytes: Int)
  case offline
  case emptyAnswer(String)

  // What was fetched.
  case notAnAddress(String)
  case notASite(String)
  case notAFeed(String)
  case noArticleText(String)
  /// The source names no page of the article: what it told is all there is.
  case noArticlePage
  /// A file that was given as a list of feeds and names none.
  case noSubscriptions(String)
  case binary(String)
  /// Standard input ended before it brought anything.
  case nothingOnInput

  // Files and the cache.
  case unreadableFile(String)
  /// A folder of the program's own that takes no files.
  case unwritableFolder(String)
  /// A folder that a text was to be written to and that is not there.
  case noSuchFolder(String)
  /// A folder that a text was to be written to and that takes no files.
  case closedFolder(String)
  case foreignCache(String)
  case damagedCache(String)
  case newerCache(String)
  case cacheFailed(String)
  case diskFull(String)
  case faultyConfiguration(file: String, line: Int?, FileFault)
  /// So many more lines of the same kind, which are not told one by one.
  case moreFaults(Int)
  /// So many lines in the reader's own files, where there is room for one sentence.
  case severalFaults(Int)

  // What was asked for.
  /// Several sites bear the name; their ids tell them apart.
  case severalSites(String, ids: String)
  case noSuchSite(String, nearest: String?)
  case noSuchSection(String, nearest: String?)
  /// No section bears the name; these are there.
  case sectionNotAmong(String, known: String)
  /// No section bears the name, and there are none.
  case noSections(String)
  case noSuchArticle(String)
  case noSuchTheme(String, nearest: String?)
  case alreadyFollowed(String)
  case noSites

  // The terminal and other programs.
  case noBrowser
  /// Nothing here takes what is copied: the text, which is shown instead.
  case noClipboard(String)
  /// A damaged archive was moved out of the way of a new one: where it is now.
  case archiveSetAside(String)
  /// Another program writes to the archive: it can be read, and what is marked waits.
  case archiveInUse
  /// Another program kept the archive for so long that nothing could be written.
  case archiveBusy
  /// The machine's clock is not believed: what it shows, and what it is by the archive and the servers.
  case wrongClock(shown: Date, known: Date)
  /// Nothing of a damaged archive can be read: its path.
  case nothingToSave(String)
  /// A file stands there already.
  case fileExists(String)
  /// Where a file was to be written there is a folder: its path.
  case isFolder(String)
  /// No file can have so long a name: its path.
  case nameTooLong(String)
  /// A name's end that no form of text has, and those that there are.
  case unknownSuffix(String, known: String)
  /// Standard output takes no more; the system's reason.
  case outputFailed(String)
  /// Whoever started the program gave it no standard output.
  case outputClosed
  case commandFailed(String, status: Int)
  case noShell
  case notATerminal
  case inputIsNoTerminal
  case noUTF8Locale(String)
  case unknownTerminal(String)

  /// Anything else, as the system says it.
  case other(String)

  /// What is wrong with a line of a file of the reader's own.
  package enum FileFault: Hashable, Sendable {
    case unknownName(String, nearest: String?)
    /// What the name takes, as it is written.
    case badValue(name: String, expected: String)
    case missing(String)
    case tooLarge(limitBytes: Int)
    case notAMapping
    case unknownCommand(String, nearest: String?)
    case unknownContext(String)
    case notThere(command: String, context: String)
    case unknownKey(String)
    /// As the system or the parser says it.
    case other(String)
  }
}
