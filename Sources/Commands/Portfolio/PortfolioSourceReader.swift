import Documents
import Glibc
import Parallel
import Procurement
import SQLiteStores
import Stores
import Text
import Validation
import Workbench

/// How portfolios are read: from a folder, from a table, or from the store.
///
/// It works on a thread of its own, with the store opened for reading alone.
struct PortfolioSourceReader: Sendable {
  let index: ProgrammeIndex
  /// The store's path and who works there; nil where there is no store.
  let store: (path: String, author: Author)?

  /// Documents that are read at once, between one report and the next.
  private static let portion = 32

  /// Reads what a source has; nil where `report` says that it is to end.
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
    var paths: [String] = []
    var unwritten: Set<Int> = []
    let distinct = DistinctDocuments(PlanFolder(path, in: .live())?.documents ?? [], in: .live())
    for document in distinct.documents {
      switch document {
      case .success(let path): paths.append(path)
      case .failure(let faulty): leftOut.append(faulty.firstWords)
      }
    }
    var lines = 0
    for first in stride(from: 0, to: paths.count, by: PortfolioSourceReader.portion) {
      guard report(LoadingProgress(.documents(first, of: paths.count), lines: lines)) else {
        return nil
      }
      let portion = paths[first..<min(paths.count, first + PortfolioSourceReader.portion)]
      for (path, read) in zip(portion, read(Array(portion))) {
        switch read {
        case .success(let document):
          let plan = store.flatMap { present(at: path, in: $0) } ?? document
          if plan != document { unwritten.insert(origins.count) }
          portfolio.append(plan, source: path)
          origins.append(.document(canonicalPath(path) ?? path))
          lines += plan.lines.count
        case .failure(let faulty): leftOut.append(faulty.firstWords)
        }
      }
    }
    if origins.isEmpty, let first = leftOut.first { throw LoadingFailure(message: first) }
    var loaded = try judged(portfolio, origins, leftOut, lines, report)
    loaded?.unwritten = unwritten
    loaded?.remarks = distinct.remarks + remarks(onUnwritten: unwritten.count)
    return loaded
  }

  private func read(_ paths: [String]) -> [Result<Plan, FaultyFile>] {
    concurrentMap(paths.count) { [index] number in
      let path = paths[number]
      do throws(FileError) {
        let contents = try readFile(path)
        do throws(FaultList) {
          return .success(try readPlan(contents.bytes, for: index.programme).plan)
        } catch {
          return .failure(FaultyFile(name: path, faults: error))
        }
      } catch {
        return .failure(FaultyFile(name: path, message: error.message(for: path)))
      }
    }
  }

  /// That edits count which only the store has, so that sums differ from those of the documents.
  private func remarks(onUnwritten count: Int) -> [String] {
    count == 0
      ? []
      : ["\(counted(count, "plan")) marked `~`: edits in the store count that are not written yet"]
  }

  /// The plan of a document as the store has it, where there are edits that the document does not have;
  /// nil where the document counts.
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
        try Surroundings.live().document(of: table, for: index.programme) { bytes, size in
          report(LoadingProgress(.bytes(bytes, of: size)))
        }
      }
      return try document.flatMap { document throws(FaultyFile) in
        try parts(of: document, table, report)
      }
    } catch {
      throw LoadingFailure(message: error.firstWords)
    }
  }

  /// The plans of a table, those that were edited as the store has them.
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
    let leftOut = faulty.flatMap(\.words)
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
    guard let store = openStore(), let entries = try? store.plans() else {
      throw LoadingFailure(message: "the store cannot be read; `calloff doctor` says why")
    }
    guard !entries.isEmpty else {
      throw LoadingFailure(message: "the store has no plans; `calloff import` takes some in")
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
        portfolio.append(stored.plan, source: stored.plan.header.title)
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
    let loaded = LoadedPortfolio(portfolio, origins: origins, leftOut: leftOut, against: index)
    guard let loaded else {
      throw LoadingFailure(
        message: "these plans are more money than can be counted; open fewer of them")
    }
    return report(LoadingProgress(.judging, lines: lines)) ? loaded : nil
  }
}

/// A part of a table of which the store has edits.
private struct StoredPart {
  var place: Int
  var trust: String
  /// The part with the edits.
  var plan: Plan
  /// Whether the table is another than the one that the edits were made to.
  var hasTableChanged: Bool

  var remark: String {
    "`\(trust)` counts as it was edited here; what has changed in the table since is left out for it"
  }
}

/// What tells a table from what it is later.
private struct TableVersion {
  var size = 0
  var hash: UInt64 = 0

  /// The table at a path, by its size and by when it was changed: to read it once more takes as long
  /// as to read it.
  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    size = Int(status.st_size)
    hash =
      UInt64(bitPattern: Int64(status.st_mtim.tv_sec)) &* 1_000_000_000
      &+ UInt64(bitPattern: Int64(status.st_mtim.tv_nsec))
  }
}

extension FaultyFile {
  /// What is wrong, and where.
  fileprivate var words: [String] { talk.split(separator: "\n").map(String.init) }

  /// The first of that.
  fileprivate var firstWords: String { words.first ?? name }
}
