/// A text of the interface: its raw value is its key in `Data/*.phrases`. Commands' helps, dates and problems are looked
/// up by their own names.
package enum Phrase: String, CaseIterable, Hashable, Sendable {
  // Parts of the paper.
  case frontPage
  case allNews
  case aboutSite
  case topNews
  case related
  case saved
  case sinceLastVisit
  case sources
  case tags
  case links
  case helpTitle
  case palette
  case themes
  case aboutArticle

  // States.
  case loading
  case tooSmall
  case noSitesYet
  case frontEmpty
  case frontEmptyOffline
  case frontMuted
  case siteHidden
  case sectionEmpty
  case sectionMuted
  case nothingSaved
  case nothingSince
  case nothingBeside
  case noSources
  case noFullText
  case offline
  case offlineSince
  case unread
  case readingTime
  case otherTellers
  case articles

  // Refreshing and sources.
  case refreshedNew
  case refreshedNothing
  case refreshTooEarly
  case aheadTexts
  case aheadMissing
  case aheadNothing
  case aheadRest
  case refreshCancelled
  case refreshFailures
  case answered
  case neverAnswered
  case notBefore
  case movedTo
  case allSourcesFine
  case failing

  // Search.
  case searchPrompt
  case findPrompt
  case savePrompt
  case replacePrompt
  case pipePrompt
  case pressKey
  case writtenTo
  case searching
  case searchHelp
  case foundNothing
  case searchedFor
  case misread
  case found
  case hintToHits
  case hintCancel
  case hintRun
  case hintChoose
  case hintVersions
  case hintClose
  case hintLabels

  // What was done.
  case savedNow
  case notSavedNow
  case sectionRead
  case undone
  case redone
  case copied
  case openedInBrowser
  case muted
  case unmuted
  case textUnchanged
  case textRenewed
  case picturesOn
  case picturesOff
  case measureIs
  case orderIs
  case orderNewest
  case orderOldest
  case orderTop
  case orderUnreadFirst

  // Why a key does nothing.
  case reasonNothingHere
  case reasonNoLinks
  case reasonNoMenu
  case menuEntries
  case reasonNoText
  case reasonNoMatch
  case reasonNoUnread
  case reasonNoMoreHits
  case reasonLastArticle
  case reasonFirstArticle
  case reasonNotKept
  case reasonNothingToUndo
  case reasonNothingToRedo
  case reasonOffline
  case reasonNoAddress
  case reasonNoOrder
  case reasonNoTicker
  case reasonNoPanes
  case reasonNoThemes

  // Muting, about an article.
  case muteTitle
  case muteMuted
  case muteSource
  case muteSection
  case muteWord
  case unmuteSource
  case unmuteSection
  case unmuteWord
  case factSource
  case factAddress
  case factPublished
  case factModified
  case factSeen
  case factRemoved
  case factLanguage
  case factText
  case factTextKept
  case factTextMissing
  case factNumber
  case articleChanged
  case articleRemoved
  case earlierVersion
  case versionNow
  case versionUntil

  // Help.
  case helpMouse
  case keySpace
  case groupMoving
  case groupFinding
  case groupMarking
  case groupNews
  case groupScreen

  // Ages and sizes.
  case ageMinutes
  case ageHours
  case sizeBytes

  // The command line.
  case cliWrongUsage
  case usageUnknownOption
  case usageUnknownOptionNear
  case usageMissingValue
  case usageMissingArgument
  case usageNoValue
  case usageBadValue
  case usageBadChoice
  case usageNoShell
  case usageNoShellFound
  case usageExtra
  case usageNoCommand
  case usageNoCommandNear
  case usageTwice
  case usageRange
  case usageNeeds
  case cliFoundSite
  case cliFoundFeed
  case cliHeadlines
  case cliLeftOutComments
  case cliLeftOutOtherLanguage
  case cliLeftOutSameAsAnother
  case cliLeftOutSelection
  case cliNoSection
  case cliAdded
  case cliNothingWritten
  case cliChooseLines
  case cliNothingAdded
  case cliRemoved
  case cliNew
  case cliSources
  case cliUnchanged
  case cliTexts
  case notAnswering
  case cliNotAsked
  case cliPictures
  case cliBudgetSpent
  case cliSourcesFailed
  case cliNoNetwork
  case cliStopped
  case cliSlowest
  case cliHostSeconds
  case cliNeverAsked
  case cliNoFullText
  case cliNothingFound
  case cliNothingListed
  case cliNothingFetched
  case cliSearchedInstead
  case cliMisread
  case cliArticles
  case cliUnread
  case cliSaved
  case cliOfflineTexts
  case cliCacheSound
  case cliPruned
  case cliToPrune
  case cliToPruneDates
  case cliOldLeft
  case cliRowsSaved
  case cliRowsLost
  case cliRowsLostUnknown
  case cliNothingLost
  case cliSomethingLost
  case cliKeptAside
  case cliWaiting
  case flawDamage
  case flawReference
  case flawStatus
  case flawSection
  case flawSearch
  case flawDocument
  case cliFeedsAdded
  case cliFeedsKnown
  case cliFeedsUnusable
  case cliFeedsLeftOut
  case cliListCutOff
  case cliUnusable
  case cliDigest

  // What the doctor looks at.
  case doctorTerminal
  case doctorSize
  case doctorLocale
  case doctorNoLocale
  case doctorColours
  case doctorColourCount
  case doctorFewColours
  case doctorMoreColours
  case doctorTrueColours
  case doctorClipboard
  case doctorClipboardTold
  case doctorClipboardTool
  case doctorNoClipboard
  case doctorKeyboard
  case doctorLayoutSet
  case doctorLayoutFound
  case doctorMouse
  case doctorMouseOn
  case doctorMouseOff
  case doctorZone
  case doctorZoneIs
  case doctorConfiguration
  case doctorNoFile
  case doctorSites
  case doctorFailing
  case doctorArchive
  case doctorNetwork
  case doctorNobodyToAsk
  case doctorAnswered

  /// Whether its text depends on a number.
  var isCounted: Bool {
    switch self {
    case .unread, .readingTime, .otherTellers, .articles, .refreshedNew, .aheadTexts, .aheadMissing,
      .refreshFailures,
      .failing, .menuEntries,
      .found, .measureIs, .ageMinutes, .ageHours, .sizeBytes, .cliHeadlines, .cliNew, .cliSources,
      .cliUnchanged,
      .cliTexts, .cliPictures, .cliNotAsked, .notAnswering, .cliFeedsAdded, .cliFeedsKnown,
      .cliFeedsUnusable, .cliFeedsLeftOut, .cliArticles, .cliUnread, .cliSaved, .cliOfflineTexts,
      .cliSourcesFailed, .cliPruned, .cliToPrune, .cliOldLeft, .cliRowsSaved, .cliRowsLost, .flawReference,
      .flawStatus,
      .flawSection, .flawSearch,
      .flawDocument, .doctorColourCount, .doctorSites, .doctorFailing:
      true
    default: false
    }
  }
}
