import Canvas
import Documents
import Glibc
import Interaction
import Procurement
import Stores
import Validation
import Workbench

/// How a session begins: what is read from the document and what from the store.
struct SessionStart {
  private let request: SessionRequest
  private let state: StateFolder
  /// What the user should know of the terminal before they begin; nil where all is as usual.
  private let terminalRemark: String?
  private var programme: Programme { request.index.programme }

  init(_ request: SessionRequest, state: StateFolder, terminalRemark: String? = nil) {
    self.request = request
    self.state = state
    self.terminalRemark = terminalRemark
  }

  /// The program alone holds the plan then: a second reference would cost a copy at the first edit.
  func bench(_ keymap: Keymap) throws(Failure) -> Bench {
    let (store, trouble) = try openStore()
    let bench = try bench(keymap, store, trouble)
    // Sessions meet at the store before there is anything in it. Where there is no room for it now,
    // the first edit tries again.
    if bench.program.offeredDocument == nil { try? store?.make() }
    return bench
  }

  private func bench(
    _ keymap: Keymap, _ store: OpenStore?, _ trouble: Failure?
  ) throws(Failure) -> Bench {
    let remark = trouble.map { _ in SessionStart.storeRemark } ?? store?.remark
    guard let name = request.plan else {
      return bench(Beginning(plan: .blank(in: programme)), keymap, store, remark)
    }
    if let portfolio = request.portfolio {
      return bench(Beginning(plan: .blank(in: programme)), keymap, store, remark, portfolio)
    }
    let opening = PlanOpening(index: request.index, store: store)
    if let store, let entry = try planOfStore(name, store) {
      return bench(try opening.begin(entry.number, store), keymap, store, remark)
    }
    if isMissing(name) {
      if canCreate(name) {
        let bench = bench(Beginning(plan: .blank(in: programme)), keymap, store, remark)
        bench.program.offer(newDocument: name)
        return bench
      }
      // The plan may be in the store that cannot be opened.
      if let trouble, !NewDocument.isName(name) { throw trouble }
    }
    return bench(try opening.begin(document: name), keymap, store, remark)
  }

  /// Throws where neither a file nor a plan of the store has the name that the user gave.
  func requirePlan() throws(Failure) {
    guard let name = request.plan, isMissing(name) else { return }
    if let store = try? OpenStore(request.store, creation: .never, joining: false),
      try planOfStore(name, store) != nil
    {
      return
    }
    throw .unreadable(name: name, .notFound)
  }

  private func isMissing(_ name: String) -> Bool {
    name != "-" && access(name, F_OK) != 0 && errno == ENOENT
  }

  /// Whether a document of that name can be created: its folder exists, and changes are wanted.
  private func canCreate(_ name: String) -> Bool {
    NewDocument.isName(name) && !request.store.isReadOnly && pathOfNewFile(name) != nil
  }

  /// What a session without a store begins with; short, as a narrow screen has one row for it.
  private static let storeRemark = "no store, so write often; `calloff doctor` says why"

  private func bench(
    _ begun: consuming Beginning, _ keymap: Keymap, _ store: OpenStore?, _ storeRemark: String?,
    _ portfolio: PortfolioSource? = nil
  ) -> Bench {
    let isBlank = begun.documentName == nil && begun.opened == nil
    let documentName = begun.documentName
    let remark = storeRemark ?? SessionStart.remark(on: begun.otherPlans) ?? terminalRemark
    let opened = begun.opened
    let assessment = Assessment(begun.plan, against: request.index)
    var desk = Desk(begun, assessment.summary, state: state, request, store: store)
    let unsaved = portfolio == nil ? desk.offerUnsaved(assessment.plan) : nil
    var program = WorkbenchProgram(
      assessment, documentName: documentName, unsaved: unsaved,
      store: store.map { StoreAccess(author: $0.store.author, hindrance: $0.store.hindrance) },
      opened: opened, opening: portfolio, remark: remark, today: .today, keymap: keymap,
      size: Size(rows: 24, columns: 80))
    program.isReadOnly = request.store.isReadOnly
    // The plans are there at the first frame.
    if isBlank, case .outcome(let plans) = desk.perform(.store(.list)) {
      _ = program.receive(plans)
    }
    for effect in portfolio.map({ program.load($0) }) ?? [] { _ = desk.perform(effect) }
    return Bench(program: program, desk: desk)
  }

  /// What the user should know of plans that others work on for the same document.
  private static func remark(on plans: [PlanNumber]) -> String? {
    guard let plan = plans.first else { return nil }
    return "the store has this document as plan \(plan) too, which is not known to be yours; "
      + "`calloff \(plan)` opens that"
  }

  // MARK: The store

  /// The store, or why the session does without one: a document can be worked on all the same.
  private func openStore() throws(Failure) -> (OpenStore?, Failure?) {
    do throws(Failure) {
      let store = try OpenStore(request.store, creation: .whenNeeded)
      store.noteDocuments(in: state)
      return (store, nil)
    } catch {
      guard request.plan != nil, !request.store.isNamed else { throw error }
      return (nil, error)
    }
  }

  /// The plan of the store that somebody means, where no document has that name.
  private func planOfStore(_ name: String, _ store: OpenStore) throws(Failure) -> PlanEntry? {
    guard access(name, F_OK) != 0, name != "-" else { return nil }
    let plans = try store.asking { () throws(StoreError) in try store.store.plans() }
    return try PlanName(text: name).plan(among: plans)
  }
}
