import Documents
import Interaction
import Procurement
import Stores
import Validation
import Workbench

/// The world of a workbench: the plan's document, the store, and what is kept of unsaved changes.
struct Desk {
  /// The document; nil while the plan has none.
  var file: PlanFile?
  /// The unsaved changes of sessions that ended.
  let unsavedFolder: UnsavedFolder
  /// Those that were offered at the beginning, or are kept of this session.
  var unsavedEntry: UnsavedFolder.Entry?
  /// The store and who does there what the workbench asks; nil where there is none.
  let store: OpenStore?
  /// The canonical path of that store, or of the one that could not be opened.
  let storePath: String?
  var clerk: Clerk?
  /// Whether the user asked for nothing to be changed.
  let isReadOnly: Bool
  /// The programme, to read documents by.
  let index: ProgrammeIndex
  /// What is rung when a portfolio that is read gets on.
  private let bell = Bell()
  /// Who reads a portfolio; nil where none is read.
  private var loader: PortfolioLoader?

  /// A desk with what was read, and a store if there is one; `summary` is what a list says of the
  /// plan.
  init(
    _ begun: Beginning, _ summary: PlanSummary, state: StateFolder, _ request: SessionRequest,
    store: OpenStore?
  ) {
    unsavedFolder = UnsavedFolder(state: state)
    storePath = request.store.path.map { canonicalPath($0) ?? pathOfNewFile($0) ?? $0 }
    index = request.index
    isReadOnly = request.store.isReadOnly
    self.store = store
    take(begun, summary)
  }

  /// What becomes readable when others do something at the store, or a portfolio gets on.
  var notices: [Int32] { [bell.descriptor] + (store?.notices.map { [$0] } ?? []) }

  /// Lays what work on a plan begins with on the desk.
  private mutating func take(_ begun: Beginning, _ summary: PlanSummary) {
    file = begun.file
    unsavedEntry = nil
    let unstored = begun.unstored.map {
      Clerk.Unstored(plan: begun.plan, summary: summary, document: $0)
    }
    clerk = begun.clerk ?? store?.clerk(unstored: unstored)
  }

  /// Performs an effect of the workbench.
  mutating func perform(_ effect: Effect) -> Interaction.Step<EffectOutcome> {
    switch effect {
    case .write(let plan, let write): return .outcome(self.write(plan, over: write))
    case .writeNew(let plan, let name):
      return .outcome(writeNew(plan, to: NewDocument.expanded(name)))
    case .writeCopy(let plan, let name):
      return .outcome(writeCopy(plan, to: NewDocument.expanded(name)))
    case .create(let plan, let name): return .outcome(create(plan, name: name))
    case .keepUnsaved(let plan, let replacing):
      return .outcome(.unsavedKept(failure: keepUnsaved(plan, replacing: replacing)))
    case .discardUnsaved: discardUnsaved()
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
    case .opened(var opened):
      file = opened.stored.document.flatMap(PlanFile.init)
      unsavedEntry = nil
      opened.unsaved = offerUnsaved(opened.stored.plan)
      store.ring()
      return .opened(opened)
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

  /// Opens a plan for editing; nil where it is one of a store and there is none.
  mutating func open(_ origin: PlanOrigin, _ part: Plan?) -> PortfolioOutcome? {
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
      plan.opened = begun.opened
      plan.unsaved = offerUnsaved(begun.plan)
      return .began(plan)
    } catch {
      return .failed(error.talk.split(separator: "\n").first.map(String.init) ?? error.message)
    }
  }
}
