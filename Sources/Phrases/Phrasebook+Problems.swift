extension Phrasebook {
  /// What went wrong and what can be done, in one sentence: «Сервер … не отвечает: повторите позже».
  package func sentence(for problem: Problem) -> String {
    let (key, facts) = parts(of: problem)
    return fill(text(key: "problem.\(key)"), facts)
  }

  private func parts(of problem: Problem) -> (key: String, facts: [String: String]) {
    networkParts(of: problem) ?? contentParts(of: problem) ?? otherParts(of: problem)
  }

  private func networkParts(of problem: Problem) -> (key: String, facts: [String: String])? {
    switch problem {
    case .unknownHost(let host): ("unknownHost", ["host": host])
    case .refused(let host): ("refused", ["host": host])
    case .timedOut(let host): ("timedOut", ["host": host])
    case .tooLarge(let limit): ("tooLarge", ["limit": size(bytes: limit)])
    case .status(let status, let host): statusParts(status, host)
    case .certificate(let host, let fault): certificateParts(fault, host)
    case .encryption(let host): ("encryption", ["host": host])
    case .browserCheck(let host): ("browserCheck", ["host": host])
    case .gone(let host): ("gone", ["host": host])
    case .proxy(let reason): ("proxy", ["reason": reason])
    case .tooManyRedirects(let host): ("tooManyRedirects", ["host": host])
    case .forbiddenRedirect(let address): ("forbiddenRedirect", ["address": address])
    case .offline: ("offline", [:])
    case .cancelled: ("cancelled", [:])
    case .interrupted(let host): ("interrupted", ["host": host])
    case .emptyAnswer(let address): ("emptyAnswer", ["address": address])
    default: nil
    }
  }

  private func certificateParts(_ fault: Problem.Certificate, _ host: String) -> (
    key: String, facts: [String: String]
  ) {
    switch fault {
    case .expired: ("certificateExpired", ["host": host])
    case .notYetValid: ("certificateNotYetValid", ["host": host])
    case .selfSigned: ("certificateSelfSigned", ["host": host])
    case .unknownRoot(let issuer?): ("certificateUnknownRoot", ["host": host, "issuer": issuer])
    case .wrongHost: ("certificateWrongHost", ["host": host])
    case .revoked: ("certificateRevoked", ["host": host])
    case .unknownRoot(nil), .other: ("certificate", ["host": host])
    }
  }

  private func statusParts(_ status: Int, _ host: String) -> (key: String, facts: [String: String]) {
    let key =
      switch status {
      case 401, 403: "statusForbidden"
      case 404, 410: "statusGone"
      case 429: "statusTooMany"
      case 500...599: "statusServer"
      default: "status"
      }
    return (key, ["status": String(status), "host": host])
  }

  private func contentParts(of problem: Problem) -> (key: String, facts: [String: String])? {
    switch problem {
    case .notAnAddress(let text): ("notAnAddress", ["text": text])
    case .notASite(let address): ("notASite", ["address": address])
    case .notAFeed(let address): ("notAFeed", ["address": address])
    case .noArticleText(let address): ("noArticleText", ["address": address])
    case .noArticlePage: ("noArticlePage", [:])
    case .noSubscriptions(let path): ("noSubscriptions", ["path": path])
    case .nothingOnInput: ("nothingOnInput", [:])
    case .binary(let address): ("binary", ["address": address])
    case .unreadableFile(let path): ("unreadableFile", ["path": path])
    case .unwritableFolder(let path): ("unwritableFolder", ["path": path])
    case .noSuchFolder(let path): ("noSuchFolder", ["path": path])
    case .closedFolder(let path): ("closedFolder", ["path": path])
    case .foreignCache(let path): ("foreignCache", ["path": path])
    case .damagedCache(let path): ("damagedCache", ["path": path])
    case .newerCache(let path): ("newerCache", ["path": path])
    case .cacheFailed(let reason): ("cacheFailed", ["reason": reason])
    case .diskFull(let path): ("diskFull", ["path": path])
    case .faultyConfiguration(let file, let line?, let fault):
      ("faultyLine", ["file": file, "line": String(line), "reason": reason(of: fault)])
    case .faultyConfiguration(let file, nil, let fault):
      ("faultyFile", ["file": file, "reason": reason(of: fault)])
    case .severalFaults(let count): ("severalFaults", ["count": grouped(count)])
    case .moreFaults(let count): ("moreFaults", ["count": grouped(count)])
    default: nil
    }
  }

  private func reason(of fault: Problem.FileFault) -> String {
    let (key, facts): (String, [String: String]) =
      switch fault {
      case .unknownName(let name, let nearest?): ("unknownNameNear", ["name": name, "nearest": nearest])
      case .unknownName(let name, nil): ("unknownName", ["name": name])
      case .badValue(let name, let expected): ("badValue", ["name": name, "expected": expected])
      case .missing(let name): ("missing", ["name": name])
      case .tooLarge(let limit): ("tooLarge", ["limit": size(bytes: limit)])
      case .notAMapping: ("notAMapping", [:])
      case .unknownCommand(let name, let near?): ("unknownCommandNear", ["name": name, "nearest": near])
      case .unknownCommand(let name, nil): ("unknownCommand", ["name": name])
      case .unknownContext(let name): ("unknownContext", ["name": name])
      case .notThere(let command, let context): ("notThere", ["command": command, "context": context])
      case .unknownKey(let key): ("unknownKey", ["key": key])
      case .other(let reason): ("other", ["reason": reason])
      }
    return fill(text(key: "fault.\(key)"), facts)
  }

  private func otherParts(of problem: Problem) -> (key: String, facts: [String: String]) {
    switch problem {
    case .severalSites(let name, let ids): ("severalSites", ["name": name, "ids": ids])
    case .noSuchSite(let name, let nearest?): ("noSuchSiteNear", ["name": name, "nearest": nearest])
    case .noSuchSite(let name, nil): ("noSuchSite", ["name": name])
    case .noSuchSection(let name, let nearest?): ("noSuchSectionNear", ["name": name, "nearest": nearest])
    case .sectionNotAmong(let name, let known): ("sectionNotAmong", ["name": name, "known": known])
    case .noSections(let name): ("noSections", ["name": name])
    case .noSuchSection(let name, nil): ("noSuchSection", ["name": name])
    case .noSuchArticle(let name): ("noSuchArticle", ["name": name])
    case .noSuchTheme(let name, let nearest?): ("noSuchThemeNear", ["name": name, "nearest": nearest])
    case .noSuchTheme(let name, nil): ("noSuchTheme", ["name": name])
    case .alreadyFollowed(let name): ("alreadyFollowed", ["name": name])
    case .noSites: ("noSites", [:])
    case .noBrowser: ("noBrowser", [:])
    case .noClipboard(let text): ("noClipboard", ["text": text])
    case .fileExists(let path): ("fileExists", ["path": path])
    case .archiveSetAside(let path): ("archiveSetAside", ["path": path])
    case .archiveInUse: ("archiveInUse", [:])
    case .archiveBusy: ("archiveBusy", [:])
    case .outputClosed: ("outputClosed", [:])
    case .wrongClock(let shown, let known):
      ("wrongClock", ["shown": dayWithYear(shown), "known": dayWithYear(known)])
    case .nothingToSave(let path): ("nothingToSave", ["path": path])
    case .isFolder(let path): ("isFolder", ["path": path])
    case .nameTooLong(let path): ("nameTooLong", ["path": path])
    case .unknownSuffix(let suffix, let known): ("unknownSuffix", ["suffix": suffix, "known": known])
    case .commandFailed(let command, let status):
      ("commandFailed", ["command": command, "status": String(status)])
    case .noShell: ("noShell", [:])
    case .outputFailed(let reason): ("outputFailed", ["reason": reason])
    case .notATerminal: ("notATerminal", [:])
    case .inputIsNoTerminal: ("inputIsNoTerminal", [:])
    case .noUTF8Locale(let name): ("noUTF8Locale", ["name": name])
    case .unknownTerminal(let name): ("unknownTerminal", ["name": name])
    case .other(let reason): ("other", ["reason": reason])
    default: ("other", ["reason": String(describing: problem)])
    }
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
