import CMalloc
import Canvas
import Foundation
import NewsModel
import Phrases
import Pictures
import Reader
import Synchronization
import Threads

/// Runs what the reader asks for off the main thread and posts the answers.
///
/// What touches the cache runs in one lane, in the order asked; the network, searches and pictures run beside it,
/// and a newer search or article ends the older one's.
final class EffectRunner: Sendable {
  private struct Running {
    var refresh: Task<Void, Never>?
    var search: Task<Void, Never>?
    var article: Task<Void, Never>?
    var soon: Task<Void, Never>?
    /// How many changes of statuses were answered.
    var changes = 0
  }

  private let service: any NewsService
  private let mailbox: Mailbox
  private let lane = Lane("vestnik.cache")
  private let pictures = Lane("vestnik.pictures")
  private let files = Lane("vestnik.files")
  private let searches = QueueExecutor("vestnik.search")
  private let refreshes = QueueExecutor("vestnik.refresh")
  private let texts = QueueExecutor("vestnik.texts")
  private let running = Mutex(Running())
  private let observation: any ArchiveObservation

  init(service: any NewsService, mailbox: Mailbox, watch: ArchiveWatch) {
    self.service = service
    self.mailbox = mailbox
    observation = service.observe { watch.notice() }
  }

  /// Starts an effect that needs no screen; false when it is none of those.
  ///
  /// - Parameter form: how pictures can be shown in pixels.
  func run(_ effect: Effect, form: PixelForm? = nil) -> Bool {
    load(effect) || change(effect) || fetch(effect, form: form) || handOn(effect)
  }

  /// Tells the reader that the archive, or what is followed, has changed, where it has: the file system's word of the
  /// archive alone is none, for the reader's own marks are written to the same file.
  func noticeChange(isCertain: Bool) {
    lane.add { [observation, mailbox] in
      let isElsewhere = observation.hasChangedElsewhere()
      if isCertain || isElsewhere { mailbox.post(.archiveChanged) }
    }
  }

  /// Waits, blocking, for changes that were asked for; everything else is given up.
  func finish() {
    running.withLock {
      $0.refresh?.cancel()
      $0.search?.cancel()
      $0.article?.cancel()
      $0.soon?.cancel()
    }
    lane.finish(within: .seconds(2))
    // A text that is still on its way has to come first.
    files.finish(within: .seconds(10))
  }

  private func load(_ effect: Effect) -> Bool {
    switch effect {
    case .loadSites: post { .sitesChanged(await $0.sites()) }
    case .loadSiteNews: post { .siteNewsLoaded(await $0.siteNews()) }
    case .loadFront(let site):
      post { .frontLoaded(site, await $0.edition(of: site)) }
    case .loadTop(let site):
      post {
        let listing = await $0.top(of: site)
        return .topLoaded(site, listing.stories, listing.articles)
      }
    case .loadList(let query, let order):
      post {
        let listing = await $0.listing(query, order: order)
        return .listLoaded(query, listing.stories, listing.articles)
      }
    case .loadBeside(let article): post { .besideLoaded(article, await $0.beside(article)) }
    case .loadSources(let site): post { .sourcesLoaded(await $0.sources(of: site)) }
    default: return false
    }
    return true
  }

  private func change(_ effect: Effect) -> Bool {
    switch effect {
    case .mark(let articles, let mark): postEnd(of: effect) { await $0.mark(articles, mark) }
    case .markAllRead(let site, let section):
      change { service in
        switch await service.markAllRead(site, section: section) {
        case .marked(let articles): .markedAllRead(site, section, articles)
        case .failed(let problem): .failed(effect, problem)
        }
      }
    case .savePosition(let article, let position):
      postEnd(of: effect) { await $0.savePosition(position, in: article) }
    case .mute(let rule): postEnd(of: effect) { await $0.mute(rule) }
    case .unmute(let rule): postEnd(of: effect) { await $0.unmute(rule) }
    default: return false
    }
    return true
  }

  private func fetch(_ effect: Effect, form: PixelForm?) -> Bool {
    switch effect {
    case .loadArticle(let reference): open(reference)
    case .fetchAgain(let article): fetchText(of: .kept(article))
    case .search(let query): search(query)
    case .loadPicture(let request):
      pictures.add { [service, mailbox] in
        let bytes = await service.picture(at: request.address)
        let size = CellSize(columns: request.columns, rows: request.rows)
        let cells = bytes.flatMap { try? PictureRenderer.cells(of: $0, within: size, form: form) }
        mailbox.post(.pictureLoaded(request, cells))
      }
    case .refresh(let scope):
      refresh { service, tell in .refreshFinished(await service.refresh(scope, progress: tell)) }
    case .fetchAhead(let scope):
      refresh { service, tell in .aheadFinished(await service.fetchAhead(scope, progress: tell)) }
    case .fetchSoon(let references): fetchSoon(references)
    case .cancelRefresh: running.withLock { $0.refresh?.cancel() }
    default: return false
    }
    return true
  }

  /// Articles that leave the reader.
  private func handOn(_ effect: Effect) -> Bool {
    switch effect {
    case .saveToFile(let reference, let path, let replaces):
      files.add { [service, mailbox] in
        let problem = await service.save(reference, to: path, replaces: replaces)
        mailbox.post(problem.map { .failed(effect, $0) } ?? .done(effect))
      }
    case .loadText(let reference, let command):
      Task.detached(executorPreference: texts) { [service, mailbox] in
        switch await service.text(of: reference) {
        case .text(let text): mailbox.post(.textReady(command: command, text: text))
        case .failed(let problem): mailbox.post(.failed(effect, problem))
        }
      }
    default: return false
    }
    return true
  }

  /// Beside the lane; where a mark was kept meanwhile, the statuses that were found may be older, and it is asked again.
  private func search(_ query: SearchQuery) {
    let task = Task.detached(executorPreference: searches) { [self] in
      var (changes, finding) = (-1, Finding())
      while !Task.isCancelled, changes != running.withLock({ $0.changes }) {
        changes = running.withLock { $0.changes }
        finding = await service.search(query)
      }
      if !Task.isCancelled { mailbox.post(.found(query, finding)) }
    }
    running.withLock {
      $0.search?.cancel()
      $0.search = task
    }
  }

  /// From the cache in its turn; from the network, if that has no text, beside everything else.
  private func open(_ reference: ArticleReference) {
    lane.add { [self] in
      let kept = await service.keptArticle(reference)
      if let kept { mailbox.post(.articleLoaded(reference, kept)) }
      if kept?.document == nil { fetchText(of: reference) }
    }
  }

  private func fetchText(of reference: ArticleReference) {
    let task = Task.detached(executorPreference: texts) { [service, mailbox, lane] in
      let answer = await service.fetchedArticle(reference)
      guard !Task.isCancelled else { return }
      switch answer {
      case .fetched(let fetched):
        // A mark may have been answered since the status was read: in its turn it is read as it is.
        lane.add { [service, mailbox] in
          var opened = fetched
          if let kept = await service.keptArticle(reference) { opened.listed.status = kept.listed.status }
          mailbox.post(.articleLoaded(reference, opened))
        }
      case .failed(let problem):
        mailbox.post(.articleFailed(reference, problem))
        // Its site may have taken it down: that is told of what is kept.
        if let kept = await service.keptArticle(reference) { mailbox.post(.articleLoaded(reference, kept)) }
      }
    }
    running.withLock {
      $0.article?.cancel()
      $0.article = task
    }
  }

  private func refresh(
    _ work:
      @escaping @Sendable (
        any NewsService, _ tell: @escaping @Sendable (RefreshProgress) -> Void
      ) async -> Message
  ) {
    let task = Task.detached(executorPreference: refreshes) { [self] in
      let answer = await work(service) { [mailbox] in mailbox.post(.refreshProgressed($0)) }
      mailbox.post(answer)
      // A refresh of hundreds of feeds takes a hundred megabytes, which the C library would keep.
      malloc_give_back()
    }
    running.withLock {
      $0.refresh?.cancel()
      $0.refresh = task
    }
  }

  /// Waits until the cursor rests. What is under way when it moves on is fetched to its end: it is nearby still.
  private func fetchSoon(_ references: [ArticleReference]) {
    let task = Task.detached(executorPreference: texts) { [service, mailbox, texts] in
      for reference in references {
        await texts.pause(.milliseconds(300))
        guard !Task.isCancelled else { return }
        let kept = await Task.detached(executorPreference: texts) { await service.fetchSoon(reference) }.value
        if let kept { mailbox.post(.textsKept([kept])) }
      }
    }
    running.withLock {
      $0.soon?.cancel()
      $0.soon = task
    }
  }

  private func post(_ answer: @escaping @Sendable (any NewsService) async -> Message) {
    lane.add { [service, mailbox] in mailbox.post(await answer(service)) }
  }

  private func change(_ answer: @escaping @Sendable (any NewsService) async -> Message) {
    post { [self] service in
      let message = await answer(service)
      running.withLock { $0.changes += 1 }
      return message
    }
  }

  /// Tells of a change that it was kept, or why not.
  private func postEnd(
    of effect: Effect, _ work: @escaping @Sendable (any NewsService) async -> Problem?
  ) {
    change { await work($0).map { .failed(effect, $0) } ?? .done(effect) }
  }
}
