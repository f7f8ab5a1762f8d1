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

  /// Beside the lane; where a mark was kept meanwhile, the statuses that were found may be older, and it is asked again.
  func search(_ query: SearchQuery) {
    let task = Task.detached(executorPreference: searches) { [self] in
      var (changes, finding) = (-1, Finding())
      while !Task.isCancelled, changes != running.withLock({ $0.changes }) {
        changes = running.withLock { $0.changes }
        finding = await service.search(query)
      }
      guard !Task.isCancelled else { return }
      mailbox.post(finding.problem.map { .failed(.search(query), $0) } ?? .found(query, finding))
    }
    running.withLock {
      $0.search?.cancel()
      $0.search = task
    }
  }

  /// From the cache in its turn; from the network, if that has no text, beside everything else.
  func open(_ reference: ArticleReference) {
    lane.add { [self] in
      let kept = await service.keptArticle(reference)
      if let kept { mailbox.post(.articleLoaded(reference, kept)) }
      if kept?.document == nil { fetchText(of: reference) }
    }
  }

  func fetchText(of reference: ArticleReference) {
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

  func refresh(
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
  func fetchSoon(_ references: [ArticleReference]) {
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

  /// Ends a refresh early; its answer tells that it was.
  func cancelRefresh() { running.withLock { $0.refresh?.cancel() } }

  /// - Parameter form: how pictures can be shown in pixels.
  func draw(_ request: PictureRequest, form: PixelForm?) {
    pictures.add { [service, mailbox] in
      let bytes = await service.picture(at: request.address)
      let size = CellSize(columns: request.columns, rows: request.rows)
      let cells = bytes.flatMap { try? PictureRenderer.cells(of: $0, within: size, form: form) }
      mailbox.post(.pictureLoaded(request, cells))
    }
  }

  func save(_ reference: ArticleReference, to path: String, replaces: Bool, for effect: Effect) {
    files.add { [service, mailbox] in
      let problem = await service.save(reference, to: path, replaces: replaces)
      mailbox.post(problem.map { .failed(effect, $0) } ?? .done(effect))
    }
  }

  /// Brings an article's text for a command, which may have to be fetched.
  func text(of reference: ArticleReference, command: String, for effect: Effect) {
    Task.detached(executorPreference: texts) { [service, mailbox] in
      switch await service.text(of: reference) {
      case .text(let text): mailbox.post(.textReady(command: command, text: text))
      case .failed(let problem): mailbox.post(.failed(effect, problem))
      }
    }
  }

  /// Asks the cache in its turn, and tells what it has answered.
  func ask(_ answer: @escaping @Sendable (any NewsService) async -> Message) {
    lane.add { [service, mailbox] in mailbox.post(await answer(service)) }
  }

  /// Changes what is kept, in its turn, and tells what has become of it.
  func change(_ answer: @escaping @Sendable (any NewsService) async -> Message) {
    ask { [self] service in
      let message = await answer(service)
      running.withLock { $0.changes += 1 }
      return message
    }
  }

  /// The same of a change that tells nothing but what prevented it.
  func change(
    for effect: Effect, _ work: @escaping @Sendable (any NewsService) async -> Problem?
  ) {
    change { await work($0).map { .failed(effect, $0) } ?? .done(effect) }
  }
}
