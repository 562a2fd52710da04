import Documents
import Glibc
import Parallel
import Procurement
import RelationalStores
import SQLiteStores
import Stores
import Text
import Validation
import Workbench

/// Reads a portfolio from a folder, from a table, or from the store.
///
/// It works on a thread of its own, with the store opened read-only.
struct PortfolioSourceReader: Sendable {
  let index: ProgrammeIndex
  /// The store's path and its user; nil without a store.
  let store: (path: String, author: Author)?
  /// Whether only the latest plan of each trust is kept.
  let latestOnly: Bool
  private let files = FileAccess.live

  init(index: ProgrammeIndex, store: (path: String, author: Author)?, latestOnly: Bool = false) {
    self.index = index
    self.store = store
    self.latestOnly = latestOnly
  }

  /// Reads a source; nil where `report` says that it is cancelled.
  func read(
    _ source: PortfolioSource, _ report: PortfolioLoader.Report
  ) throws(LoadingFailure) -> LoadedPortfolio? {
    switch source {
    case .folder(let path): try folder(path, report)
    case .store: try plansOfStore(report)
    case .table(let lines, let funds):
      try table(LineTable(lines: lines, funds: funds), report)
    }
  }

  // MARK: Folders

  private func folder(
    _ path: String, _ report: PortfolioLoader.Report
  ) throws(LoadingFailure) -> LoadedPortfolio? {
    let store = openStore()
    var portfolio = Portfolio()
    var origins: [PlanOrigin] = []
    var leftOut: [String] = []
    var unwritten: Set<Int> = []
    var lines = 0
    let distinct = DistinctDocuments(PlanFolder(path, in: files)?.documents ?? [], in: files)
    let count = distinct.documents.count
    let isRead = DocumentReader(files, for: index.programme).read(distinct.documents) { done in
      report(LoadingProgress(.documents(done, of: count), lines: lines))
    } take: { reading in
      switch reading {
      case .success(let (path, document)):
        let plan = store.flatMap { present(at: path, in: $0) } ?? document
        if plan != document { unwritten.insert(origins.count) }
        portfolio.append(plan, source: path)
        origins.append(.document(canonicalPath(path) ?? path))
        lines += plan.lines.count
      case .failure(let faulty): leftOut.append(faulty.firstLine)
      }
    }
    guard isRead else { return nil }
    if origins.isEmpty, let first = leftOut.first { throw LoadingFailure(message: first) }
    guard var loaded = try judged(portfolio, origins, leftOut, lines, report) else { return nil }
    let paths = Set(unwritten.map { origins[$0] })
    loaded.unwritten = Set(loaded.origins.indices.filter { paths.contains(loaded.origins[$0]) })
    loaded.remarks = distinct.remarks + remarks(onUnwritten: loaded.unwritten.count)
    return loaded
  }

  /// That edits in the store count too, so that totals differ from those of the documents.
  private func remarks(onUnwritten count: Int) -> [String] {
    count == 0
      ? []
      : ["\(counted(count, "plan")) marked `~`: edits in the store count that are not written yet"]
  }

  /// The plan of a document as the store has it, where it has edits that the document lacks; nil
  /// where the document counts.
  private func present(at path: String, in store: SQLiteStore) -> Plan? {
    guard let path = canonicalPath(path), let known = try? store.plan(for: path) else {
      return nil
    }
    return known.head > known.2.step ? try? store.load(known.number).plan : nil
  }

  // MARK: Tables

  private func table(
    _ table: LineTable, _ report: PortfolioLoader.Report
  ) throws(LoadingFailure) -> LoadedPortfolio? {
    do throws(FaultyFile) {
      let document = try withoutActuallyEscaping(report) { report throws(FaultyFile) in
        try files.document(of: table, for: index.programme) { bytes, size in
          report(LoadingProgress(.bytes(bytes, of: size)))
        }
      }
      return try document.flatMap { document throws(FaultyFile) in
        try parts(of: document, table, report)
      }
    } catch {
      throw LoadingFailure(message: error.firstLine)
    }
  }

  /// The plans of a table; those that were edited are as the store has them.
  private func parts(
    of document: PortfolioDocument, _ table: LineTable, _ report: PortfolioLoader.Report
  ) throws(FaultyFile) -> LoadedPortfolio? {
    let store = openStore()
    let path = canonicalPath(table.lines) ?? table.lines
    let version = TableVersion(of: path)
    var lines = 0
    var origins: [PlanOrigin] = []
    var stored: [StoredPart] = []
    for (place, plan) in document.portfolio.plans.enumerated() {
      let part = TablePart(
        table: path, trust: plan.header.trust.comparedCode, size: version.size, hash: version.hash)
      origins.append(.part(part))
      lines += plan.lines.count
      if let store, let known = try? store.plan(for: part.name), known.head > known.2.step,
        let plan = try? store.load(known.number).plan
      {
        let hasChanged = known.2.size != part.size || known.2.hash != part.hash
        stored.append(
          StoredPart(place: place, trust: part.trust, plan: plan, hasTableChanged: hasChanged))
      }
    }
    let faulty = document.faulty(in: table)
    if origins.isEmpty, let first = faulty.first { throw first }
    let leftOut = faulty.flatMap(\.lines)
    do throws(LoadingFailure) {
      guard var loaded = try judged(document.portfolio, origins, leftOut, lines, report) else {
        return nil
      }
      for part in stored where loaded.assessment.plan(at: part.place) != part.plan {
        loaded.assessment.replace(part.plan, at: part.place)
        loaded.unwritten.insert(part.place)
        if part.hasTableChanged { loaded.remarks.append(part.remark) }
      }
      loaded.remarks += remarks(onUnwritten: loaded.unwritten.count)
      return loaded
    } catch {
      throw FaultyFile(name: table.lines, message: error.message)
    }
  }

  // MARK: The store

  private func plansOfStore(
    _ report: PortfolioLoader.Report
  ) throws(LoadingFailure) -> LoadedPortfolio? {
    guard let store = openStore(), let all = try? store.plans() else {
      throw LoadingFailure(message: "the store cannot be read; `calloff doctor` says why")
    }
    let entries = all.counted
    guard !entries.isEmpty else {
      throw LoadingFailure(
        message: all.isEmpty
          ? "the store has no plans; `calloff import` adds some"
          : "all plans of the store are archived; `A` in the list of plans (`0`) brings one back")
    }
    guard entries.count <= Portfolio.mostPlans else {
      throw LoadingFailure(
        message: "the store has more than \(Portfolio.mostPlans) plans, too many to judge together")
    }
    var portfolio = Portfolio()
    var origins: [PlanOrigin] = []
    var leftOut: [String] = []
    var lines = 0
    for (number, entry) in entries.enumerated() {
      guard report(LoadingProgress(.plans(number, of: entries.count), lines: lines)) else {
        return nil
      }
      do throws(StoreError) {
        let stored = try store.load(entry.number)
        portfolio.append(
          stored.plan, source: "plan \(entry.number): \(stored.plan.header.title)")
        origins.append(.stored(entry.number))
        lines += stored.plan.lines.count
      } catch {
        leftOut.append("plan \(entry.number): \(error.message(for: store.path))")
      }
    }
    return try judged(portfolio, origins, leftOut, lines, report)
  }

  private func openStore() -> SQLiteStore? {
    store.flatMap { place in
      try? SQLiteStore(path: place.path, author: place.author, mode: .readOnly, creating: false)
    }
  }

  // MARK: Judging

  private func judged(
    _ portfolio: consuming Portfolio, _ origins: [PlanOrigin], _ leftOut: [String], _ lines: Int,
    _ report: PortfolioLoader.Report
  ) throws(LoadingFailure) -> LoadedPortfolio? {
    guard report(LoadingProgress(.judging, lines: lines)) else { return nil }
    var (portfolio, origins) = (portfolio, origins)
    let all = origins.count
    if latestOnly { origins = portfolio.keepLatest().map { origins[$0] } }
    let loaded = LoadedPortfolio(portfolio, origins: origins, leftOut: leftOut, against: index)
    guard var loaded else {
      throw LoadingFailure(
        message: "these plans exceed the largest total that calloff supports; open fewer of them")
    }
    loaded.earlier = all - origins.count
    loaded.register = (try? openStore()?.trusts()).flatMap { TrustRegister($0) }
    return report(LoadingProgress(.judging, lines: lines)) ? loaded : nil
  }
}

/// A part of a table of which the store has edits.
private struct StoredPart {
  var place: Int
  var trust: String
  /// The part with the edits.
  var plan: Plan
  /// Whether the table has changed since the edits were made.
  var hasTableChanged: Bool

  var remark: String {
    "`\(trust)` counts as it was edited here; later changes of its rows in the table are left out"
  }
}

/// What a later state of a table is recognised by.
private struct TableVersion {
  var size = 0
  var hash: UInt64 = 0

  /// The table at a path, by its size and its time of change, as a hash of its content would take
  /// as long as reading it again.
  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    size = Int(status.st_size)
    hash =
      UInt64(bitPattern: Int64(status.st_mtim.tv_sec)) &* 1_000_000_000
      &+ UInt64(bitPattern: Int64(status.st_mtim.tv_nsec))
  }
}
