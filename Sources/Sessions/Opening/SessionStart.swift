import Canvas
import Documents
import Glibc
import Interaction
import Procurement
import Stores
import Validation
public import Workbench

/// How a session starts: what is read from the document and what from the store.
public struct SessionStart {
  private let request: SessionRequest
  private let state: StateFolder
  /// What the user should know of the terminal before they start; nil where nothing is unusual.
  private let terminalRemark: String?
  private var programme: Programme { request.index.programme }

  /// The start of a session that was asked for.
  public init(_ request: SessionRequest, state: StateFolder, terminalRemark: String? = nil) {
    self.request = request
    self.state = state
    self.terminalRemark = terminalRemark
  }

  /// Opens what was asked for.
  ///
  /// Only the program holds the plan afterwards: a second reference would cost a copy at the first
  /// edit.
  public func session(_ keymap: Keymap) throws(SessionError) -> Session {
    let (store, failure) = try openStore()
    let session = try session(keymap, store, failure)
    // Sessions see each other before the store has a plan. If there is no room for it now, the
    // first edit tries again, as it does where no plan is open.
    let isOnPlans = session.program.offeredDocument == nil && request.portfolio == nil
    if isOnPlans { try? store?.create() }
    return session
  }

  private func session(
    _ keymap: Keymap, _ store: OpenStore?, _ failure: SessionError?
  ) throws(SessionError) -> Session {
    let remark = failure.map { _ in SessionStart.storeRemark } ?? store?.remark
    let opening = PlanOpening(index: request.index, store: store)
    let blank = { opening.opened(.blank(in: programme)) }
    guard let name = request.plan else { return session(blank(), keymap, store, remark) }
    if let portfolio = request.portfolio {
      return session(blank(), keymap, store, remark, loading: portfolio)
    }
    if let store, let entry = try planOfStore(name, store) {
      return session(try opening.open(entry.number, in: store), keymap, store, remark)
    }
    if isMissing(name) {
      if canCreate(name) {
        let session = session(blank(), keymap, store, remark)
        session.program.offer(newDocument: name)
        return session
      }
      // The plan may be in the store that cannot be opened.
      if let failure, !NewDocument.isName(name) { throw failure }
      throw SessionStart.missing(name)
    }
    return session(try opening.open(document: name), keymap, store, remark)
  }

  /// Throws unless a file or a plan of the store has the name that the user gave.
  public func requirePlan() throws(SessionError) {
    guard let name = request.plan, isMissing(name) else { return }
    if let store = try? OpenStore(request.store, creation: .never, joining: false),
      try planOfStore(name, store) != nil
    {
      return
    }
    throw SessionStart.missing(name)
  }

  /// Why a plan that does not exist cannot be opened: it is to be created, unless its folder is
  /// missing.
  private static func missing(_ name: String) -> SessionError {
    let hasFolder = !NewDocument.isName(name) || pathOfNewFile(name) != nil
    return .unreadable(name: name, hasFolder ? .notFound : .noFolder)
  }

  private func isMissing(_ name: String) -> Bool {
    name != "-" && access(name, F_OK) != 0 && errno == ENOENT
  }

  /// Whether a document of that name can be created: its folder exists, and the session may write.
  private func canCreate(_ name: String) -> Bool {
    NewDocument.isName(name) && !request.store.isReadOnly && pathOfNewFile(name) != nil
  }

  // MARK: The program

  /// What a session without a store says first; short, as a narrow screen has one row for it.
  private static let storeRemark = "no store, so write often; `calloff doctor` says why"

  /// A session on a plan, or, where it is new and there is a store, on the plans of the store.
  private func session(
    _ opened: consuming PlanOpened, _ keymap: Keymap, _ store: OpenStore?, _ storeRemark: String?,
    loading portfolio: PortfolioSource? = nil
  ) -> Session {
    let remark = storeRemark ?? SessionStart.remark(on: opened.otherPlans) ?? terminalRemark
    var start = opened.start
    var runner = EffectRunner(opened, state: state, request, store: store)
    let isNew = start.isNew
    if portfolio == nil { runner.addWhatIsLeft(to: &start) }
    let shown: WorkbenchStart =
      portfolio != nil
      ? .portfolio(against: request.index)
      : isNew && store != nil ? .plans(against: request.index) : .plan(start)
    var settings = WorkbenchSettings(
      today: .today, keymap: keymap, isReadOnly: request.store.isReadOnly,
      latestOnly: request.latestOnly)
    settings.take(columns: KeptColumns(state: state).read())
    var program = WorkbenchProgram(
      shown,
      store: store.map {
        StoreAccess(author: $0.store.author, disabledReason: $0.store.disabledReason)
      },
      settings: settings,
      size: Size(rows: 24, columns: 80))
    if let remark { program.say(remark) }
    // The plans are there at the first frame.
    if isNew, case .outcome(let plans) = runner.perform(.store(.list)) {
      _ = program.receive(plans)
    }
    for effect in portfolio.map({ program.load($0) }) ?? [] { _ = runner.perform(effect) }
    return Session(program: program, runner: runner)
  }

  /// What the user should know of plans that others work on for the same document.
  private static func remark(on plans: [PlanNumber]) -> String? {
    guard let plan = plans.first else { return nil }
    return "the store has this document as plan \(plan) too, which is not known to be yours; "
      + "`calloff \(plan)` opens that"
  }

  // MARK: The store

  /// The store, or why there is none: a document can be worked on all the same.
  private func openStore() throws(SessionError) -> (OpenStore?, SessionError?) {
    do throws(SessionError) {
      let store = try OpenStore(request.store, creation: .whenNeeded)
      store.trustDocuments(named: state)
      return (store, nil)
    } catch {
      guard request.plan != nil, !request.store.isNamed else { throw error }
      return (nil, error)
    }
  }

  /// The plan of the store of that name, where no document has it.
  private func planOfStore(
    _ name: String, _ store: OpenStore
  ) throws(SessionError) -> PlanEntry? {
    guard access(name, F_OK) != 0, name != "-" else { return nil }
    let plans = try store.asking { () throws(StoreError) in try store.store.plans() }
    return try PlanName(text: name).plan(among: plans)
  }
}
