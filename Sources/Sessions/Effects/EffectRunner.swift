import Documents
import Interaction
import Procurement
import Stores
import Validation
import Workbench

/// Performs the effects of the workbench: on the plan's document, at the store, and on what is kept
/// of unsaved changes.
struct EffectRunner {
  /// The document; nil while the plan has none.
  var file: PlanFile?
  /// The copy of the open plan that was written last; nil where none was.
  var copy: PlanFile?
  /// The unsaved changes of sessions that ended.
  let unsavedFolder: UnsavedFolder
  /// Those that were offered at the start, or are kept of this session.
  var unsavedEntry: UnsavedFolder.Entry?
  /// What is tried out now.
  var whatIfEntry: UnsavedFolder.Entry?
  /// What an earlier session tried out, until the user has decided on it.
  var leftWhatIfEntry: UnsavedFolder.Entry?
  /// The store; nil where there is none.
  let store: OpenStore?
  /// The canonical path of that store, or of the one that could not be opened.
  let storePath: String?
  /// The open plan's session at the store; nil where there is none.
  var session: StoreSession?
  /// The id of the focused line of the open plan; nil where none is focused.
  private var focusedLine: String?
  /// Whether the user asked to change nothing.
  let isReadOnly: Bool
  /// The programme, by which documents are read.
  let index: ProgrammeIndex
  /// Is rung when the reading of a portfolio makes progress.
  private let wakeUp = WakeUp()
  /// The portfolio that is being read; nil where none is.
  private var loader: PortfolioLoader?

  /// A runner for a plan that was opened, at a store if there is one.
  init(
    _ opened: PlanOpened, state: StateFolder, _ request: SessionRequest, store: OpenStore?
  ) {
    unsavedFolder = UnsavedFolder(state: state)
    storePath = request.store.path.map { canonicalPath($0) ?? pathOfNewFile($0) ?? $0 }
    index = request.index
    isReadOnly = request.store.isReadOnly
    self.store = store
    take(opened)
  }

  /// What becomes readable when other sessions do something, or a portfolio makes progress.
  var notices: [Int32] { [wakeUp.descriptor] + (store?.notices.map { [$0] } ?? []) }

  private mutating func take(_ opened: PlanOpened) {
    file = opened.file
    copy = nil
    session = opened.session
    forgetPlan()
    announceFocus()
  }

  /// Forgets what belongs to the plan that was open before.
  private mutating func forgetPlan() {
    unsavedEntry = nil
    whatIfEntry = nil
    leftWhatIfEntry = nil
    focusedLine = nil
  }

  /// Tells other sessions which plan is open, once the store has it, and which line is focused.
  private func announceFocus() {
    store?.announceFocus(plan: session?.number, line: focusedLine)
  }

  /// Performs an effect of the workbench.
  mutating func perform(_ effect: Effect) -> Interaction.Step<EffectOutcome> {
    switch effect {
    case .write(let plan, let write): return .outcome(self.write(plan, over: write))
    case .writeNew(let plan, let name):
      return .outcome(writeNew(plan, to: NewDocument.expanded(name)))
    case .writeCopy(let plan, let name):
      return .outcome(writeCopy(plan, to: NewDocument.expanded(name)))
    case .writeReport(let plan, let name, let isReplacing):
      return .outcome(writeReport(of: plan, to: name, isReplacing: isReplacing))
    case .create(let plan, let name): return .outcome(create(plan, name: name))
    case .keepUnsaved(let plan, let replacing):
      return .outcome(.unsavedKept(failure: keepUnsaved(plan, replacing: replacing)))
    case .discardUnsaved: discardUnsaved()
    case .keepWhatIf(let tried): return .outcome(.whatIfKept(failure: keepWhatIf(tried)))
    case .discardWhatIf: discardWhatIf()
    case .store(let effect):
      return perform(effect).map { .outcome(.store($0)) } ?? .nothing
    case .portfolio(let effect):
      return perform(effect).map { .outcome(.portfolio($0)) } ?? .nothing
    case .listFolder(let path): return .outcome(list(folder: path))
    case .readImport(let name): return .outcome(readImport(name))
    case .copy(let text): return .copy(text)
    case .keepColumns(let columns):
      do throws(FileError) { try KeptColumns(state: unsavedFolder.state).keep(columns) } catch {
        let cause = error.message(for: "columns")
        return .outcome(.failed("columns are kept for this session only: \(cause)"))
      }
    case .applyTheme: return .nothing
    case .suspend: return .suspend
    case .redraw: return .repaint
    case .finish: return .finish
    }
    return .nothing
  }

  // MARK: The store

  private mutating func perform(_ effect: StoreEffect) -> StoreOutcome? {
    guard let store else { return nil }
    // Any request may be the one that first stores the plan of a document.
    defer { announceFocus() }
    if case .announceFocus(let line) = effect {
      focusedLine = line
      return nil
    }
    if case .catchUp = effect { store.readNotices() }
    let outcome = session?.perform(effect, store.otherSessions)
    switch outcome {
    case .recorded, .named: store.notifyOthers()
    case .plans:
      // They show the list of plans, or are about to show it.
      if effect != .list { store.notifyOthers() }
    case .opened(var start):
      file = session?.document.flatMap(PlanFile.init)
      forgetPlan()
      addWhatIsLeft(to: &start)
      store.notifyOthers()
      return .opened(start)
    default: break
    }
    return outcome
  }

  // MARK: Portfolios

  private mutating func perform(_ effect: PortfolioEffect) -> PortfolioOutcome? {
    switch effect {
    case .load(let source, let latestOnly):
      let reader = PortfolioSourceReader(
        index: index, store: store.map { ($0.path, $0.store.author) }, latestOnly: latestOnly)
      loader = PortfolioLoader(source, ringing: wakeUp) { source, report throws(LoadingFailure) in
        try reader.read(source, report)
      }
    case .look:
      let outcome = loader?.look()
      if case .progress = outcome { return outcome }
      if outcome != nil { loader = nil }
      return outcome
    case .cancel:
      loader?.cancel()
      loader = nil
    case .open(let origin, let part):
      do throws(SessionError) {
        return try open(origin, part).map { .opened($0) }
      } catch {
        return .failed(error.firstLine)
      }
    }
    return nil
  }

  /// Opens a plan for editing; nil where it is one of a store that is missing.
  mutating func open(
    _ origin: PlanOrigin, _ part: Plan? = nil
  ) throws(SessionError) -> PlanStart? {
    let opening = PlanOpening(index: index, store: store)
    let opened: PlanOpened
    switch origin {
    case .document(let path): opened = try opening.open(document: path)
    case .part(let table): opened = try opening.open(part: table, part ?? .empty)
    case .stored(let number):
      guard let store else { return nil }
      opened = try opening.open(number, in: store)
    }
    take(opened)
    store?.notifyOthers()
    var start = opened.start
    addWhatIsLeft(to: &start)
    return start
  }
}
