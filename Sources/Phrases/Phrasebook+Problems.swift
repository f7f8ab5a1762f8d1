extension Phrasebook {
  /// What went wrong and what can be done, in one sentence: «Сервер … не отвечает: повторите позже».
  package func sentence(for problem: Problem) -> String {
    let (key, facts) = parts(of: problem)
    return fill(text(key: "problem.\(key.rawValue)"), facts)
  }

  /// The sentence that a problem has, and the facts in it.
  func parts(of problem: Problem) -> (key: ProblemKey, facts: [String: String]) {
    switch problem {
    case .fetch(let failure, let address): parts(of: failure, at: address)
    case .tooLarge(let limit): (.tooLarge, ["limit": size(bytes: limit)])
    case .offline: (.offline, [:])
    case .emptyAnswer(let address): (.emptyAnswer, ["address": address])
    case .notAnAddress(let text): (.notAnAddress, ["text": text])
    case .notASite(let address): (.notASite, ["address": address])
    case .notAFeed(let address): (.notAFeed, ["address": address])
    case .noArticleText(let address): (.noArticleText, ["address": address])
    case .noArticlePage: (.noArticlePage, [:])
    case .noSubscriptions(let path): (.noSubscriptions, ["path": path])
    case .nothingOnInput: (.nothingOnInput, [:])
    case .binary(let address): (.binary, ["address": address])
    case .unreadableFile(let path): (.unreadableFile, ["path": path])
    case .unwritableFolder(let path): (.unwritableFolder, ["path": path])
    case .noSuchFolder(let path): (.noSuchFolder, ["path": path])
    case .closedFolder(let path): (.closedFolder, ["path": path])
    case .foreignCache(let path): (.foreignCache, ["path": path])
    case .damagedCache(let path): (.damagedCache, ["path": path])
    case .newerCache(let path): (.newerCache, ["path": path])
    case .cacheFailed(let reason): (.cacheFailed, ["reason": reason])
    case .diskFull(let path): (.diskFull, ["path": path])
    case .faultyConfiguration(let file, let line?, let fault):
      (.faultyLine, ["file": file, "line": String(line), "reason": reason(of: fault)])
    case .faultyConfiguration(let file, nil, let fault):
      (.faultyFile, ["file": file, "reason": reason(of: fault)])
    case .severalFaults(let count): (.severalFaults, ["count": grouped(count)])
    case .moreFaults(let count): (.moreFaults, ["count": grouped(count)])
    case .severalSites(let name, let ids): (.severalSites, ["name": name, "ids": ids])
    case .noSuchSite(let name, let nearest?): (.noSuchSiteNear, ["name": name, "nearest": nearest])
    case .noSuchSite(let name, nil): (.noSuchSite, ["name": name])
    case .noSuchSection(let name, let nearest?): (.noSuchSectionNear, ["name": name, "nearest": nearest])
    case .sectionNotAmong(let name, let known): (.sectionNotAmong, ["name": name, "known": known])
    case .noSections(let name): (.noSections, ["name": name])
    case .noSuchSection(let name, nil): (.noSuchSection, ["name": name])
    case .noSuchArticle(let name): (.noSuchArticle, ["name": name])
    case .noSuchTheme(let name, let nearest?): (.noSuchThemeNear, ["name": name, "nearest": nearest])
    case .noSuchTheme(let name, nil): (.noSuchTheme, ["name": name])
    case .alreadyFollowed(let name): (.alreadyFollowed, ["name": name])
    case .noSites: (.noSites, [:])
    case .noBrowser: (.noBrowser, [:])
    case .noClipboard(let text): (.noClipboard, ["text": text])
    case .fileExists(let path): (.fileExists, ["path": path])
    case .archiveSetAside(let path): (.archiveSetAside, ["path": path])
    case .archiveInUse: (.archiveInUse, [:])
    case .archiveBusy: (.archiveBusy, [:])
    case .outputClosed: (.outputClosed, [:])
    case .wrongClock(let shown, let known):
      (.wrongClock, ["shown": dayWithYear(shown), "known": dayWithYear(known)])
    case .nothingToSave(let path): (.nothingToSave, ["path": path])
    case .isFolder(let path): (.isFolder, ["path": path])
    case .nameTooLong(let path): (.nameTooLong, ["path": path])
    case .unknownSuffix(let suffix, let known): (.unknownSuffix, ["suffix": suffix, "known": known])
    case .commandFailed(let command, let status):
      (.commandFailed, ["command": command, "status": String(status)])
    case .noShell: (.noShell, [:])
    case .outputFailed(let reason): (.outputFailed, ["reason": reason])
    case .notATerminal: (.notATerminal, [:])
    case .inputIsNoTerminal: (.inputIsNoTerminal, [:])
    case .noUTF8Locale(let name): (.noUTF8Locale, ["name": name])
    case .unknownTerminal(let name): (.unknownTerminal, ["name": name])
    case .other(let reason): (.other, ["reason": reason])
    }
  }

  private func reason(of fault: Problem.FileFault) -> String {
    let (key, facts): (FaultKey, [String: String]) =
      switch fault {
      case .unknownName(let name, let nearest?): (.unknownNameNear, ["name": name, "nearest": nearest])
      case .unknownName(let name, nil): (.unknownName, ["name": name])
      case .badValue(let name, let expected): (.badValue, ["name": name, "expected": expected])
      case .missing(let name): (.missing, ["name": name])
      case .tooLarge(let limit): (.tooLarge, ["limit": size(bytes: limit)])
      case .notAMapping: (.notAMapping, [:])
      case .unknownCommand(let name, let near?): (.unknownCommandNear, ["name": name, "nearest": near])
      case .unknownCommand(let name, nil): (.unknownCommand, ["name": name])
      case .unknownContext(let name): (.unknownContext, ["name": name])
      case .notThere(let command, let context): (.notThere, ["command": command, "context": context])
      case .unknownKey(let key): (.unknownKey, ["key": key])
      case .other(let reason): (.other, ["reason": reason])
      }
    return fill(text(key: "fault.\(key.rawValue)"), facts)
  }

  /// A size in the unit people would name: «1,5 МБ».
  package func size(bytes: Int) -> String {
    if bytes < 1000 { return text(.sizeBytes, count: max(0, bytes)) }
    let units = ["kilobytes", "megabytes", "gigabytes"]
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    let separator = language == .en ? "." : ","
    let number =
      tenths % 10 == 0 || tenths >= 1000
      ? grouped(tenths / 10) : "\(tenths / 10)\(separator)\(tenths % 10)"
    return fill(text(key: "size.\(units[unit])"), ["count": number])
  }
}
