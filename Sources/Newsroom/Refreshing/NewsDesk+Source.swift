import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel
import PageParsing

extension NewsDesk {
  /// Asks one source: conditional request, then the content's hash, then parsing, then one transaction.
  /// - Parameter backlog: counts the body until it is read.
  func ask(_ job: SourceJob, known: SourceState, backlog: ReadingBacklog) async -> SourceAnswer {
    let start = ContinuousClock.now
    let request = FetchRequest(
      address: known.movedTo ?? job.source.address,
      validators: Validators(etag: known.etag, lastModified: known.lastModified), limitBytes: bodyLimit,
      wanted: job.source.kind.wanted)
    let outcome = await transport.fetch(request)
    let elapsed = start.duration(to: .now)
    let bytes = outcome.bytes
    backlog.add(bytes)
    defer { backlog.remove(bytes) }
    var answer = await judge(outcome, of: job, known: known)
    answer.outcome.elapsed = elapsed
    return answer
  }

  private func judge(_ outcome: FetchOutcome, of job: SourceJob, known: SourceState) async -> SourceAnswer {
    hear(outcome)
    var state = known
    state.lastAsked = clock.moment
    switch outcome {
    case .failed(let failure):
      return failed(job, .fetch(failure), state)
    case .notModified(let answer):
      state.succeed(.notModified, GoodAnswer(answer), wish: known.wish, clock: clock)
      return unchanged(job, state)
    case .fetched(var body):
      body.validators = Validators(etag: known.etag, lastModified: known.lastModified)
        .unheeded(by: body.validators)
      let hash = ContentHash.of(body.bytes)
      if hash == known.contentHash {
        state.succeed(.notModified, GoodAnswer(body), wish: known.wish, clock: clock)
        return unchanged(job, state)
      }
      return await read(body, hash: hash, of: job, state: state)
    }
  }

  private func read(
    _ body: FetchedBody, hash: Int64, of job: SourceJob, state known: SourceState
  ) async -> SourceAnswer {
    let source = job.source
    let maker = DraftMaker(site: job.site, section: source.section)
    let drafts: [ArticleDraft]
    var front: FrontPage?
    var wish = RefreshWish()
    switch SourceReading.read(body, for: job.site, now: now()) {
    // What cannot be read is asked for whole the next time: nothing of it is remembered but that it failed.
    case .notNews(let reason): return failed(job, .notNews(reason), known)
    case .feed(let feed):
      clock.hear(published: feed.items.compactMap(\.published))
      drafts = maker.drafts(from: feed)
      if job.site.isNamedByHost, !feed.title.isEmpty, feed.title != job.site.name {
        let (site, title) = (job.site, feed.title)
        await work.run { sites.rename(site.id, from: site.name, to: title) }
      }
      wish = feed.refresh
    // What is followed as a feed and answers with a page has failed: a login, an error told as a success, a parked
    // name. It keeps its address and is asked again.
    case .page where source.kind == .feed: return failed(job, .notNews(.page), known)
    case .page(let page):
      // A front page that a program fills has none; where feeds bring the news, that is no failure.
      let mayBeEmpty = source.section == nil && job.site.hasFeeds
      guard !page.headlines.isEmpty || mayBeEmpty else { return failed(job, .notNews(.page), known) }
      if source.section == nil {
        front = page.headlines.isEmpty ? nil : page.front
        drafts = page.headlines.map { headline in
          maker.draft(from: headline, section: job.site.section(titled: headline.section))
        }
      } else {
        drafts = page.sectionHeadlines(at: body.address).map {
          maker.draft(from: $0, section: source.section)
        }
      }
    }
    var state = known
    state.contentHash = hash
    state.lastChanged = clock.moment
    state.succeed(.changed, GoodAnswer(body), wish: wish, clock: clock)
    return await store(drafts, front: front, of: job, state: state, known: known)
  }

  private func store(
    _ drafts: [ArticleDraft], front: FrontPage?, of job: SourceJob, state: SourceState, known: SourceState
  ) async -> SourceAnswer {
    let source = job.source
    let changes = await work.run { () -> Result<PreparedEdition, CacheError> in
      do throws(CacheError) {
        return .success(
          try cache.prepare(
            drafts, from: source, home: job.site.home, state: state, now: clock.moment))
      } catch { return .failure(error) }
    } writing: { edition -> Result<ArticleChanges, CacheError> in
      do throws(CacheError) {
        let changes = try cache.store(try edition.get())
        if let front { try cache.storeFront(front, site: source.site, at: clock.moment) }
        return .success(changes)
      } catch { return .failure(error) }
    }
    switch changes {
    case .failure(let error): return failed(job, .cache(error), known)
    case .success(let changes):
      let result = SourceResult.read(new: changes.new.count, changed: changes.changed.count)
      return SourceAnswer(
        job: job, outcome: SourceOutcome(source: source, result: result, wireBytes: state.bytes))
    }
  }

  /// What the server says of the time.
  private func hear(_ outcome: FetchOutcome) {
    switch outcome {
    case .fetched(let body):
      if let told = body.serverTime { clock.hear(told, from: body.address.host) }
    case .notModified(let answer):
      if let told = answer.serverTime { clock.hear(told, from: answer.address.host) }
    case .failed: break
    }
  }

  private func unchanged(_ job: SourceJob, _ state: SourceState) -> SourceAnswer {
    SourceAnswer(
      job: job, outcome: SourceOutcome(source: job.source, result: .unchanged, wireBytes: state.bytes),
      note: state)
  }

  private func failed(_ job: SourceJob, _ failure: SourceFailure, _ state: SourceState) -> SourceAnswer {
    var answer = SourceAnswer(job: job, outcome: SourceOutcome(source: job.source, result: .failed(failure)))
    // A page of the menu that never had news is no section: that is told once.
    if job.source.mayBeNoSection(state), failure.tellsOfNoSection {
      answer.outcome.result = job.source.isLetGo(state) ? .unchanged : .withoutNews(failure)
    }
    var state = state
    if state.fail(with: failure, now: now()) { answer.note = state }
    return answer
  }
}

extension Source {
  /// Whether it is a page that was chosen from a menu, and turned out before to hold no news: nobody is told again, and
  /// it is asked seldom. One that has brought news and ceases to is a failure.
  func isLetGo(_ state: SourceState) -> Bool {
    mayBeNoSection(state) && state.failure?.tellsOfNoSection ?? false
  }

  /// Whether it was taken from a menu and has brought no news yet.
  fileprivate func mayBeNoSection(_ state: SourceState) -> Bool {
    kind == .page && section != nil && state.contentHash == nil
  }
}

extension SourceFailure {
  /// Whether nothing would become of it if it were asked again soon: a form, a file, a page that is not there or not
  /// for everybody.
  fileprivate var tellsOfNoSection: Bool {
    switch self {
    case .notNews(let reason): reason != .empty
    case .fetch(.status(let status, _)): [401, 403, 404, 410].contains(status)
    case .fetch, .cache: false
    }
  }
}

extension Source.Kind {
  /// What to ask a server for that has both.
  fileprivate var wanted: FetchRequest.Wanted {
    switch self {
    case .feed: .feed
    case .page: .page
    }
  }
}

extension SitePage {
  /// What belongs to a section's own page: its main list, not the ticker and the top news of the whole site.
  func sectionHeadlines(at address: WebAddress) -> [Headline] {
    let isElsewhere = Set((front.ticker + front.top).map(\.address))
    let own = front.blocks.flatMap(\.headlines)
    let inBlocks = own.isEmpty ? headlines.filter { !isElsewhere.contains($0.address) } : own
    var seen: Set<WebAddress> = [address]
    return inBlocks.filter { seen.insert($0.address.withoutFragment).inserted }
  }
}

extension FetchOutcome {
  /// The size of the body that came.
  fileprivate var bytes: Int {
    if case .fetched(let body) = self { body.bytes.count } else { 0 }
  }
}
