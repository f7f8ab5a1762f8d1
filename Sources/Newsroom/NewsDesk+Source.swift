import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel
import PageParsing

extension NewsDesk {
  /// Asks one source: conditional request, then the content's hash, then parsing, then one transaction.
  ///
  /// - Parameter isForced: asks a source that should wait after a failure, too: somebody wants just this one.
  func refresh(_ job: SourceJob, isForced: Bool) async -> SourceOutcome {
    let source = job.source
    let known = await work.run { try? cache.sourceState(of: source) }
    var state = known ?? SourceState(of: source)
    if let until = state.notBefore, until > now(), !isForced {
      return SourceOutcome(source: source, result: .notYet(until: until))
    }
    let request = FetchRequest(
      address: state.movedTo ?? source.address,
      validators: Validators(etag: state.etag, lastModified: state.lastModified))
    let outcome = await transport.fetch(request)
    guard !Task.isCancelled || outcome.failure != .cancelled else {
      return SourceOutcome(source: source, result: .failed(.fetch(.cancelled)))
    }
    switch outcome {
    case .failed(let failure):
      return await record(.fetch(failure), of: source, in: state)
    case .notModified(let answer):
      state.lastFetched = now()
      state.succeed(with: .notModified, validators: answer.validators, bytes: answer.wireBytes)
      return await finish(source, state)
    case .fetched(let body):
      state.lastFetched = now()
      let hash = ContentHash.of(body.bytes)
      let isSame = hash == state.contentHash
      state.succeed(
        with: isSame ? .notModified : .changed, validators: body.validators, bytes: body.wireBytes)
      state.movedTo = body.permanentAddress ?? state.movedTo
      if isSame { return await finish(source, state) }
      state.contentHash = hash
      state.lastChanged = now()
      return await read(body, of: job, state: state)
    }
  }

  private func read(_ body: FetchedBody, of job: SourceJob, state: SourceState) async -> SourceOutcome {
    let source = job.source
    let maker = DraftMaker(site: job.site, section: source.section)
    let drafts: [ArticleDraft]
    var front: FrontPage?
    switch SourceReading.read(body, for: job.site, now: now()) {
    case .notNews(let reason): return await record(.notNews(reason), of: source, in: state)
    case .feed(let feed): drafts = feed.items.map { maker.draft(from: $0, of: feed) }
    case .page(let page):
      guard !page.headlines.isEmpty else { return await record(.notNews(.page), of: source, in: state) }
      if source.section == nil {
        front = page.front
        drafts = page.headlines.map { headline in
          maker.draft(from: headline, section: job.site.section(titled: headline.section))
        }
      } else {
        drafts = page.sectionHeadlines(at: body.address).map {
          maker.draft(from: $0, section: source.section)
        }
      }
    }
    return await work.run { [state, drafts, front] in
      do throws(CacheError) {
        let changes = try cache.store(drafts, from: source, state: state, now: now())
        if let front { try cache.storeFront(front, site: source.site, at: now()) }
        let result = SourceResult.read(new: changes.new.count, changed: changes.changed.count)
        return SourceOutcome(source: source, result: result, wireBytes: state.bytes)
      } catch {
        return SourceOutcome(source: source, result: .failed(.cache(error)), wireBytes: state.bytes)
      }
    }
  }

  private func finish(_ source: Source, _ state: SourceState) async -> SourceOutcome {
    await work.run {
      do throws(CacheError) {
        try cache.record(state)
        return SourceOutcome(source: source, result: .unchanged, wireBytes: state.bytes)
      } catch {
        return SourceOutcome(source: source, result: .failed(.cache(error)))
      }
    }
  }

  private func record(_ failure: SourceFailure, of source: Source, in state: SourceState) async
    -> SourceOutcome
  {
    var state = state
    state.fail(with: failure, now: now())
    await work.run { [state] in try? cache.record(state) }
    return SourceOutcome(source: source, result: .failed(failure), wireBytes: state.bytes)
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

extension Site {
  /// The section that a page's block or line names by its title.
  func section(titled title: String?) -> SectionID? {
    guard let title else { return nil }
    return flatSections.first { $0.section.title.compare(title, options: .caseInsensitive) == .orderedSame }?
      .id
  }
}
