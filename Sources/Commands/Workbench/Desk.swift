import Documents
import Interaction
import Procurement
import Stores
import Validation
import Workbench

/// The world of a workbench: the plan's document, and what is kept beside it when a session breaks.
struct Desk {
  /// The document's path; nil while the plan has none.
  private(set) var path: String?
  private var version: FileVersion?
  /// Where work without a document is kept.
  private let home: String?
  /// The store and who does there what the workbench asks; nil where there is none.
  private let store: OpenStore?
  private var clerk: Clerk?
  /// The programme, to read documents by.
  private let index: ProgrammeIndex
  /// What is rung when a portfolio that is read gets on.
  private let bell = Bell()
  /// Who reads a portfolio; nil where none is read.
  private var loader: PortfolioLoader?

  /// A desk with what was read, and a store if there is one; `summary` is what a list says of the
  /// plan.
  init(
    _ begun: Beginning, _ summary: PlanSummary, home: String?, index: ProgrammeIndex,
    store: OpenStore?
  ) {
    self.home = home
    self.index = index
    self.store = store
    take(begun, summary)
  }

  /// What becomes readable when others do something at the store, or a portfolio gets on.
  var notices: [Int32] { [bell.descriptor] + (store?.notices.map { [$0] } ?? []) }

  /// Lays what work on a plan begins with on the desk.
  private mutating func take(_ begun: Beginning, _ summary: PlanSummary) {
    path = begun.path
    version = begun.version
    let unstored = begun.unstored.map {
      Clerk.Unstored(plan: begun.plan, summary: summary, document: $0)
    }
    clerk = begun.clerk ?? store?.clerk(unstored: unstored)
  }

  /// Performs an effect of the workbench.
  mutating func perform(_ effect: Effect) -> Interaction.Step<EffectOutcome> {
    switch effect {
    case .write(let plan, let overwriting):
      guard let path else { return .nothing }
      return .outcome(write(plan, to: path, expecting: version, force: overwriting))
    case .writeNew(let plan, let name):
      return .outcome(write(plan, to: name, expecting: nil, force: false))
    case .keep(let plan): keep(plan)
    case .forgetKept: forgetKept()
    case .store(let effect):
      return ask(effect).map { .outcome(.store($0)) } ?? .nothing
    case .portfolio(let effect):
      return perform(effect).map { .outcome(.portfolio($0)) } ?? .nothing
    case .copy(let text): return .copy(text)
    case .wear: return .nothing
    case .suspend: return .suspend
    case .redraw: return .repaint
    case .finish: return .finish
    }
    return .nothing
  }

  // MARK: The store

  private mutating func ask(_ effect: StoreEffect) -> StoreOutcome? {
    guard let store else { return nil }
    if case .stand(let line) = effect {
      store.stand(plan: clerk?.number, line: line)
      return nil
    }
    if case .catchUp = effect { store.drain() }
    let outcome = clerk?.perform(effect, store.companions)
    switch outcome {
    case .recorded, .named: store.ring()
    case .opened(let opened):
      path = opened.stored.document?.path
      version = opened.stored.document.map { FileVersion(size: $0.size, hash: $0.hash) }
      store.ring()
    default: break
    }
    return outcome
  }

  // MARK: Portfolios

  private mutating func perform(_ effect: PortfolioEffect) -> PortfolioOutcome? {
    switch effect {
    case .load(let source):
      let reading = PortfolioSourceReader(
        index: index, store: store.map { ($0.path, $0.store.author) })
      loader = PortfolioLoader(source, ringing: bell) { source, report throws(LoadingFailure) in
        try reading.read(source, report)
      }
    case .look:
      let outcome = loader?.look()
      if case .progress = outcome { return outcome }
      if outcome != nil { loader = nil }
      return outcome
    case .cancel:
      loader?.cancel()
      loader = nil
    case .open(let origin, let part): return open(origin, part)
    }
    return nil
  }

  private mutating func open(_ origin: PlanOrigin, _ part: Plan?) -> PortfolioOutcome? {
    let opening = PlanOpening(index: index, store: store)
    do throws(Failure) {
      let begun: Beginning
      switch origin {
      case .document(let path): begun = try opening.begin(document: path)
      case .part(let table): begun = try opening.begin(part: table, part ?? .empty)
      case .stored(let number):
        guard let store else { return nil }
        begun = try opening.begin(number, store)
      }
      let isUnstored = begun.unstored != nil
      take(begun, isUnstored ? Assessment(begun.plan, against: index).summary : PlanSummary())
      store?.ring()
      var plan = BegunPlan(begun.plan, documentName: origin.documentName)
      plan.losesComments = begun.losesComments
      plan.opened = begun.opened
      plan.kept = path == nil ? nil : kept
      return .began(plan)
    } catch {
      return .failed(error.talk.split(separator: "\n").first.map(String.init) ?? error.message)
    }
  }

  // MARK: The document

  private mutating func write(
    _ plan: Plan, to name: String, expecting old: FileVersion?, force: Bool
  ) -> EffectOutcome {
    let known = clerk?.document.map { FileVersion(size: $0.size, hash: $0.hash) } ?? old
    do throws(FileError) {
      version = try writeFile(
        name, Documents.write(plan), expecting: old == nil ? nil : known, force: force)
    } catch {
      return error == .changedOnDisk && old != nil
        ? changedOnDisk(plan, name) : .failed(error.message(for: name))
    }
    forgetKept()
    if clerk == nil || path != nil {
      path = name
      if let version { clerk?.wrote(size: version.size, hash: version.hash) }
      store?.ring()
    }
    return .written(name: name)
  }

  /// What the document says now that somebody else has changed it.
  private mutating func changedOnDisk(_ plan: Plan, _ name: String) -> EffectOutcome {
    guard let contents = try? readFile(name), let link = DocumentLink(name, contents),
      let theirs = try? readPlan(contents.bytes, for: index.programme).plan,
      let changed = clerk == nil
        ? ChangedDocument(theirs: theirs, base: nil) : try? clerk?.changed(theirs, plan)
    else { return .changedOnDisk }
    clerk?.found(link)
    return .documentChanged(changed)
  }

  // MARK: Unwritten work

  /// Where unwritten work may be kept: beside the document, or at home where that is not allowed.
  private var keepingPlaces: [String] {
    let parts = (path ?? "untitled").split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let file = ".\(parts.last ?? "untitled").kept"
    return [folder + file] + (home.map { ["\($0)/\(file)"] } ?? [])
  }

  private func keep(_ plan: Plan) {
    for place in keepingPlaces {
      do throws(FileError) {
        _ = try writeFile(place, Documents.write(plan), expecting: nil, force: true)
        return
      } catch { continue }
    }
  }

  private func forgetKept() {
    for place in keepingPlaces { removeFile(place) }
  }

  /// What an earlier session left unwritten.
  var kept: Plan? {
    for place in keepingPlaces {
      if let bytes = try? readFile(place).bytes,
        let document = try? readPlan(bytes, for: index.programme)
      {
        return document.plan
      }
    }
    return nil
  }
}
