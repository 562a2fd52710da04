public import Canvas
public import Interaction
public import Procurement
import Stores
import Validation

/// The workbench as a state machine: keys in, effects out, a canvas shows it.
///
/// The plan lives in an assessment, so whatever is shown of it is judged already. Panes lie over
/// the screen; the topmost takes the keys.
public struct WorkbenchProgram: Program {
  /// The open plan with all that hangs on it: the only way to change a plan.
  var editor: PlanEditor
  var settings: WorkbenchSettings
  var size: Size
  var lines = LineList()
  /// The screens, which of them is shown, and what each keeps.
  var screens: Screens
  /// Whether there is a plan to work on, and not only a list of them.
  public internal(set) var isPlanOpen = true
  /// How often the session has opened another plan than the one that it started with.
  public internal(set) var openings = 0
  var panes = PaneStack()
  /// The amount that was typed last.
  var typedAmount: TypedAmount?
  /// From where the user went to what is shown.
  var trail: [Place] = []
  /// The rows for details, where the list needs those that details leave blank.
  var detailRows: FittedDetails?
  var message: Message?
  /// The document that the plan belongs to.
  var document: PlanDocument
  /// What has become of unsaved changes, an earlier session's or this one's.
  var unsaved = UnsavedWork()
  /// What was focused when another session removed it, until the user has taken note of it.
  var removed: RemovedItem?
  /// When the session ends; nil where that is not asked for.
  var quitsAfter: QuitCondition?
  /// Why the session ends without the user having asked for it; nil while it does not.
  public private(set) var hangUp: HangUp?

  /// A workbench that shows a plan, the plans of the store or a portfolio; with a `store` every step
  /// goes there.
  public init(
    _ start: WorkbenchStart, store: StoreAccess? = nil, settings: WorkbenchSettings, size: Size
  ) {
    let plan = start.plan
    editor = PlanEditor(plan.assessment, store: store)
    document = PlanDocument(plan)
    self.settings = settings
    self.size = size
    screens = Screens(settings.keymap.table.screens, for: plan.assessment.index.programme)
    switch start {
    case .plan: if plan.isNew { screen = .catalogue }
    case .plans: (screen, isPlanOpen) = (.plans, false)
    case .portfolio: (screen, isPlanOpen) = (store == nil ? .portfolio : .plans, false)
    }
    join(plan)
    fitDetails()
  }

  /// Says something that the user should know before they start, unless there is a message already.
  public mutating func say(_ remark: String) {
    message = message ?? Message(text: remark)
  }

  /// Learns what terminal and settings offer, once they are known.
  public mutating func configure(for display: DisplayCapabilities) {
    settings.display = display
  }

  /// The plan as it is.
  public var plan: Plan { assessment.plan }
  /// Whether the plan differs from its document, also by what is being typed, and not by what is
  /// only tried out.
  ///
  /// A plan of the store without a document is never: everything is stored.
  public var isModified: Bool {
    if journal != nil, document.name == nil { return false }
    return document.written != ownPlan
  }

  /// The place of the focused line; the first where none is shown.
  var place: Int { lines.place(ofRow: lines.focus.index) }

  /// Whether a line is focused.
  var hasLine: Bool { lines.focus.index < rowCount }

  /// How many lines are shown.
  var rowCount: Int { lines.count(of: plan.lines.count) }

  /// Where the user is.
  var context: Context {
    panes.top?.context ?? screens.shown.context
  }

  var layout: Layout { layout(for: size) }

  func layout(for size: Size) -> Layout {
    Layout(
      size: size, wanted: rowsWanted(on: size), head: screens.shown.headRows(on: size, in: self))
  }

  /// The rows that the open panes would like below the list; nil where none is open.
  private func rowsWanted(on size: Size) -> Int? {
    let rows = panes.all.compactMap { $0.rowsWanted(on: size, in: self) }
    return rows.max() ?? screens.shown.detailRows(on: size, in: self)
      ?? (size == self.size ? detailRows?.count : nil)
  }

  /// Takes an event and says what is to be done for it.
  public mutating func handle(_ event: Event) -> [Effect] {
    defer { fitDetails() }
    switch event {
    case .key(let key):
      guard isSeen || worksUnseen(key) else { return [] }
      return follow { $0.press(key) }
    case .paste(let text):
      guard isSeen else { return [] }
      return follow {
        $0.paste(text)
        return []
      }
    case .resize(let size):
      self.size = size
      // Where nothing can be shown, nothing is brought onto the screen: lists stay as they were.
      if !layout.isTooSmall { reveal() }
      return []
    case .mouse(let mouse):
      // Before the message is cleared, as a hint may be below it.
      let action = clickedAction(of: mouse)
      return follow { $0.handle(mouse, on: action) }
    case .resumed: return []
    case .interrupt: return quit()
    case .notice: return (isLoading ? [.portfolio(.look)] : []) + catchUp()
    case .hangUp(let cause):
      hangUp = hangUp ?? cause
      return keeping()
    }
  }

  /// Does what the user asks for, and what follows from the new focus: to preview a
  /// choice, and to apply a theme.
  private mutating func follow(_ change: (inout WorkbenchProgram) -> [Effect]) -> [Effect] {
    message = nil
    let theme = shownTheme
    let effects = following(change(&self))
    return effects + (shownTheme == theme ? [] : [.applyTheme(shownTheme)])
  }

  /// What is to be done after something was asked for: its steps are stored before anything else.
  public mutating func following(_ effects: [Effect]) -> [Effect] {
    forgetRemoved()
    closeFormOfRemovedAlternative()
    updatePreview()
    refreshPortfolio()
    return storeEffects() + keepingWhatIf() + effects
  }

  /// Asks what has happened at the store meanwhile.
  public func catchUp() -> [Effect] {
    guard journal != nil else { return [] }
    return [.store(.catchUp(withPlans: screens.shown.needsPlans))]
  }

  /// Takes what came of an effect.
  public mutating func receive(_ outcome: EffectOutcome) -> [Effect] {
    let quits = quitsAfter == .written
    if quits { quitsAfter = nil }
    defer {
      refreshPortfolio()
      fitDetails()
    }
    switch outcome {
    case .written(let name):
      markWritten(to: name)
      return discardingRestored() + (quits ? [.finish] : [])
    case .copied(let name): copied(to: name)
    case .reported(let name):
      document.reportName = name
      message = Message(text: "report written to \(name)")
    case .reportExists(let name): panes.push(Question(subject: .reportExists(name)))
    case .created(let plan): begin(created: plan)
    case .documentChanged(let document):
      compare(with: document)
      guard panes.top is Merge else { break }
      message = Message(
        text: "not written: another program has changed the document since it was read",
        isError: true)
    case .documentMissing:
      panes.push(Question(subject: .documentMissing))
    case .needsConsent(let consent, let write):
      if quits { quitsAfter = .written }
      panes.push(Question(subject: .consent(consent, write)))
    case .documentNotPlan(let words):
      askForDocumentName()
      message = Message(text: words, isError: true)
    case .unsavedKept(let failure): return keptUnsaved(failure)
    case .whatIfKept(let failure): keptWhatIf(failure)
    case .failed(let words):
      message = Message(text: words, isError: true)
    case .portfolio(let outcome): receive(outcome)
    case .folder(let folder): offer(folder)
    case .imported(let file): return take(file)
    case .store(let outcome): return receive(fromStore: outcome)
    }
    return []
  }

  private mutating func markWritten(to name: String) {
    document.name = name
    document.isConfirmed = true
    document.written = plan
    message = Message(text: "written to \(name)")
  }

  private mutating func copied(to name: String) {
    document.copyName = name
    let isStored = journal?.outbox.isEmpty ?? true
    message = Message(
      text: "a copy is written to \(name); "
        + (isStored ? "the plan itself is in the store" : "the store lacks the last steps"))
  }

  /// Brings the focused rows onto the screen.
  mutating func reveal() {
    listFocus.select(listFocus.index, count: listCount, visible: layout.list.count)
  }
}
