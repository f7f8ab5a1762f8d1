/// The sentences about problems: the raw value is the key in `Data/*.phrases` behind `problem.`.
enum ProblemKey: String, CaseIterable {
  case unknownHost, refused, timedOut, tooLarge, status, statusForbidden, statusGone, statusTooMany
  case statusServer, certificate, certificateExpired, certificateNotYetValid, certificateSelfSigned
  case certificateUnknownRoot, certificateWrongHost, certificateRevoked, encryption, browserCheck
  case gone, proxy, tooManyRedirects, forbiddenRedirect, offline, cancelled, interrupted
  case emptyAnswer, notAnAddress, notASite, notAFeed, noArticleText, noArticlePage, noSubscriptions
  case nothingOnInput, binary, unreadableFile, unwritableFolder, noSuchFolder, closedFolder
  case foreignCache, damagedCache, newerCache, cacheFailed, diskFull, faultyLine, faultyFile
  case severalSites, noSuchSite, noSuchSiteNear, noSuchSection, noSuchSectionNear, sectionNotAmong
  case noSections, noSuchArticle, noSuchTheme, noSuchThemeNear, alreadyFollowed, noSites, noBrowser
  case noClipboard, notATerminal, inputIsNoTerminal, noUTF8Locale, unknownTerminal, other, moreFaults,
    severalFaults
  case fileExists, archiveSetAside, archiveInUse, archiveBusy, outputClosed, wrongClock, nothingToSave,
    isFolder, nameTooLong, unknownSuffix
  case commandFailed, noShell, outputFailed
}

/// What is wrong with a line of a file: the key behind `fault.`.
enum FaultKey: String, CaseIterable {
  case unknownNameNear, unknownName, badValue, missing, tooLarge, notAMapping, unknownCommandNear
  case unknownCommand, unknownContext, notThere, unknownKey, other
}
