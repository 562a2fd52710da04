public import Canvas
public import Interaction
public import Procurement
import Stores
public import Validation

/// The workbench as a state machine: keys in, effects out, a canvas shows it.
///
/// The plan lives in an assessment, so whatever is shown of it is judged already. Panes lie over
/// the screen; the topmost takes the keys.
public struct WorkbenchProgram: Program {
  var assessment: Assessment
  var history = History()
  /// The keys as they stand.
  let keymap: Keymap
  var size: Size
  var screen = Screen.plan
  var lines = LineList()
  var catalogue: BrowseList
  /// The focus in the list of all findings, and in that of funds, groups or the plan's head.
  var findings = ListFocus()
  var records = ListFocus()
  /// The plans of the store, and the steps of the open one.
  var directory = PlanDirectory()
  var past = PastList()
  /// The present, while the plan is shown as it once was.
  var present: Present?
  /// Where the session stands in the store; nil where there is no store.
  var journal: Journal?
  /// The plans of many trusts that are looked through; nil where none are.
  var portfolio: OpenPortfolio?
  /// What the store knows the open plan by where it is a part of a table.
  var partName: String?
  /// Whether there is a plan to work on, and not only a list of them.
  public internal(set) var isPlanOpen = true
  var panes: [Pane] = []
  var message: Message?
  /// The document's name; nil while the plan has none.
  var documentName: String?
  /// Unsaved changes of an earlier session, until the user has decided on them.
  var unsaved: UnsavedPlan?
  /// What was focused when another session removed it, until the user has taken note of it.
  var removed: RemovedItem?
  /// What has become of unsaved changes, an earlier session's or the own.
  var unsavedState = UnsavedState.none
  /// The plan as its document has it, or as the session began on it; nil where that is not known.
  var written: Plan?
  /// Whether the document's path is one that the user named or confirmed for this plan.
  var isDocumentConfirmed = true
  /// The day on which waivers are given.
  let today: CalendarDate
  /// What terminal and settings offer.
  var equipment: Equipment
  /// Whether to quit once the plan is written.
  var quitsAfterWriting = false
  /// Whether to quit once unsaved changes are kept.
  var quitsAfterKeeping = false
  /// Whether the user asked to change nothing.
  public var isReadOnly = false
  /// Whether the user enters commands in lines, and sees no screen.
  var isDialogue = false
  /// Why the session ends without the user having asked for it; nil while it does not.
  public private(set) var hangUp: HangUp?

  /// A workbench on a plan.
  ///
  /// `documentName` is what the plan is read from and written to; `unsaved` is what an earlier session
  /// could not save, to be offered.
  /// `today` is the date of waivers, since nothing in here asks for the time. With a `store` every
  /// step goes there; `opened` is what it has of the plan. Without a document and without a plan
  /// of the store, its plans are shown, or `opening` a portfolio. `remark` is what a user should
  /// know before they begin.
  public init(
    _ assessment: Assessment, documentName: String?, unsaved: UnsavedPlan? = nil,
    store: StoreAccess? = nil, opened: OpenedPlan? = nil,
    opening portfolio: PortfolioSource? = nil, remark: String? = nil, today: CalendarDate,
    keymap: Keymap = .standard,
    equipment: Equipment = Equipment(), size: Size
  ) {
    self.assessment = assessment
    self.documentName = documentName
    self.unsaved = unsaved
    self.today = today
    self.keymap = keymap
    self.equipment = equipment
    self.size = size
    catalogue = BrowseList(assessment.index.programme)
    written = assessment.plan
    journal = store.map { Journal($0) }
    if documentName == nil, opened == nil {
      screen = store != nil ? .plans : portfolio != nil ? .portfolio : .browse
      isPlanOpen = store == nil && portfolio == nil
    }
    if let opened { join(opened) }
    message = message ?? remark.map { Message(text: $0) }
    if let unsaved { panes = [.question(Question(subject: .unsaved(unsaved.extent)))] }
  }

  /// Learns what terminal and settings offer, once they are known.
  public mutating func equip(with equipment: Equipment) {
    self.equipment = equipment
  }

  /// The plan as it stands.
  public var plan: Plan { assessment.plan }
  /// Whether the plan differs from its document, be it by what is being typed.
  ///
  /// A plan of the store that has no document is never: everything is stored.
  public var isModified: Bool {
    if journal != nil, documentName == nil { return false }
    return written != (present?.assessment ?? assessment).plan
  }

  /// The place of the focused line; the first where none is shown.
  var place: Int { lines.place(ofRow: lines.focus.index) }

  /// Whether a line is focused.
  var hasLine: Bool { lines.focus.index < rowCount }

  /// How many lines are shown.
  var rowCount: Int { lines.count(of: plan.lines.count) }

  /// Where the user is.
  var context: Context {
    panes.last?.context ?? screen.context
  }

  var layout: Layout { layout(for: size) }

  func layout(for size: Size) -> Layout {
    Layout(size: size, wanted: rowsWanted(on: size), head: headRows(on: size))
  }

  /// The rows that the open panes would like below the list; nil where none is open.
  private func rowsWanted(on size: Size) -> Int? {
    let rows = panes.compactMap { pane -> Int? in
      switch pane {
      case .form:
        let isWide = Layout.isWide(size)
        return LineForm.rows(years: plan.header.years, isWide: isWide).count + 8
      case .choices(let menu): return menu.most + 1 + ChoiceView.fullRows
      case .help(let list): return list.items.count + 1
      case .explanation: return 16
      case .pasted(let pasted): return PastedRowsView.rowsWanted(for: pasted)
      case .merge(let merge): return merge.differences.count + 3
      case .field, .question, .loading: return nil
      }
    }
    return rows.max() ?? (screen == .portfolio ? 3 : nil)
  }

  /// Takes an event and says what is to be done for it.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return follow { $0.press(key) }
    case .paste(let text):
      return follow {
        $0.paste(text)
        return []
      }
    case .resize(let size):
      self.size = size
      // Where nothing can be shown, nothing is brought onto the screen: lists stay as they were.
      if !layout.isTooSmall { reveal() }
      return []
    case .mouse(let mouse): return follow { $0.handle(mouse) }
    case .resumed: return []
    case .interrupt: return quit()
    case .notice: return (isLoading ? [.portfolio(.look)] : []) + catchUp()
    case .hangUp(let cause):
      hangUp = hangUp ?? cause
      return keeping()
    }
  }

  /// Does what somebody asks for, and what the focus asks for by where it is then: to preview a
  /// choice, and to wear a theme.
  private mutating func follow(_ change: (inout WorkbenchProgram) -> [Effect]) -> [Effect] {
    message = nil
    let theme = shownTheme
    let effects = following(change(&self))
    return effects + (shownTheme == theme ? [] : [.wear(shownTheme)])
  }

  /// What is to be done after something was asked for: its steps are stored before anything else.
  public mutating func following(_ effects: [Effect]) -> [Effect] {
    forgetRemoved()
    updatePreview()
    return storeEffects() + effects + readMoreHistory()
  }

  /// Asks what has happened at the store meanwhile.
  public func catchUp() -> [Effect] {
    guard let journal else { return [] }
    return [.store(.catchUp(after: journal.head, withPlans: screen == .plans))]
  }

  /// Takes what came of an effect.
  public mutating func receive(_ outcome: EffectOutcome) -> [Effect] {
    let quits = quitsAfterWriting
    quitsAfterWriting = false
    switch outcome {
    case .written(let name):
      markWritten(to: name)
      return discardingRestored() + (quits ? [.finish] : [])
    case .copied(let name): copied(to: name)
    case .created(let plan): begin(created: plan)
    case .documentChanged(let document): compare(with: document)
    case .documentMissing:
      panes.append(.question(Question(subject: .documentMissing)))
    case .needsConsent(let consent, let write):
      quitsAfterWriting = quits
      panes.append(.question(Question(subject: .consent(consent, write))))
    case .documentNotPlan(let words):
      askForDocumentName()
      message = Message(text: words, isError: true)
    case .unsavedKept(let failure): return keptUnsaved(failure)
    case .failed(let words):
      message = Message(text: words, isError: true)
    case .portfolio(let outcome): receive(outcome)
    case .store(let outcome): return receive(fromStore: outcome)
    }
    return []
  }

  private mutating func markWritten(to name: String) {
    documentName = name
    isDocumentConfirmed = true
    written = plan
    let head = journal?.head
    journal?.documentStep = head
    message = Message(text: "written to \(name)")
  }

  private mutating func copied(to name: String) {
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
