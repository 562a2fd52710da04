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
  var isPlanOpen = true
  var panes: [Pane] = []
  var message: Message?
  /// The document's name; nil while the plan has none.
  var documentName: String?
  /// Unsaved changes of an earlier session, until the user has decided on them.
  var unsaved: UnsavedPlan?
  /// What has become of unsaved changes, an earlier session's or the own.
  var unsavedState = UnsavedState.none
  /// The plan as its document has it, or as the session began on it; nil where that is not known.
  var written: Plan?
  /// Whether the document's path is one that the user named or confirmed for this plan.
  var isDocumentConfirmed = true
  /// Whether the document has comments, which writing it does not keep.
  var losesComments: Bool
  /// The day on which waivers are given.
  let today: CalendarDate
  /// What terminal and settings offer.
  var equipment: Equipment
  /// Whether to quit once the plan is written.
  var quitsAfterWriting = false
  /// Whether to quit once unsaved changes are kept.
  var quitsAfterKeeping = false
  /// Whether the terminal went away.
  public private(set) var isHungUp = false

  /// A workbench on a plan.
  ///
  /// `documentName` is what the plan is read from and written to; `unsaved` is what an earlier session
  /// could not save, to be offered; a document that `losesComments` is only written when asked.
  /// `today` is the date of waivers, since nothing in here asks for the time. With a `store` every
  /// step goes there; `opened` is what it has of the plan. Without a document and without a plan
  /// of the store, its plans are shown, or `opening` a portfolio. `remark` is what a user should
  /// know before they begin.
  public init(
    _ assessment: Assessment, documentName: String?, unsaved: UnsavedPlan? = nil,
    losesComments: Bool = false, store: StoreAccess? = nil, opened: OpenedPlan? = nil,
    opening portfolio: PortfolioSource? = nil, remark: String? = nil, today: CalendarDate,
    keymap: Keymap = .standard,
    equipment: Equipment = Equipment(), size: Size
  ) {
    self.assessment = assessment
    self.documentName = documentName
    self.unsaved = unsaved
    self.losesComments = losesComments
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
    if unsaved != nil { panes = [.question(Question(subject: .unsaved))] }
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
      case .choices(let menu): return menu.choices.count + 1 + ChoiceView.fullRows
      case .help(let list): return list.items.count + 1
      case .explanation: return 16
      case .pasted(let pasted): return pasted.rows.count + 3
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
      paste(text)
      return []
    case .resize(let size):
      self.size = size
      // Where nothing can be shown, nothing is brought onto the screen: lists stay as they were.
      if !layout.isTooSmall { reveal() }
      return []
    case .mouse(let mouse): return follow { $0.handle(mouse) }
    case .resumed: return []
    case .interrupt: return quit()
    case .notice: return (isLoading ? [.portfolio(.look)] : []) + catchUp()
    case .hangUp:
      isHungUp = true
      return keeping()
    }
  }

  /// Does what somebody asks for, and what the focus asks for by where it is then: to foresee a
  /// choice, and to wear a theme.
  private mutating func follow(_ change: (inout WorkbenchProgram) -> [Effect]) -> [Effect] {
    message = nil
    let theme = shownTheme
    let effects = following(change(&self))
    return effects + (shownTheme == theme ? [] : [.wear(shownTheme)])
  }

  /// What is to be done after something was asked for: its steps are stored before anything else.
  public mutating func following(_ effects: [Effect]) -> [Effect] {
    foresee()
    return storeEffects() + effects + readMoreHistory()
  }

  /// Asks what has happened at the store meanwhile.
  public func catchUp() -> [Effect] {
    guard let journal else { return [] }
    return [.store(.catchUp(after: journal.head, withPlans: screen == .plans))]
  }

  /// Takes what came of an effect.
  public mutating func receive(_ outcome: EffectOutcome) -> [Effect] {
    defer { quitsAfterWriting = false }
    switch outcome {
    case .written(let name):
      markWritten(to: name)
      return discardingRestored() + (quitsAfterWriting ? [.finish] : [])
    case .copied(let name): copied(to: name)
    case .documentChanged(let document): compare(with: document)
    case .documentMissing:
      panes.append(.question(Question(subject: .documentMissing)))
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
    losesComments = false
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
    let visible = layout.list.count
    switch screen {
    case .plan: lines.focus.select(lines.focus.index, count: rowCount, visible: visible)
    case .browse:
      catalogue.focus.select(
        catalogue.focus.index, count: catalogue.rows.count, visible: visible)
    case .findings: findings.select(findings.index, count: findingCount, visible: visible)
    case .funding, .groups, .trust:
      records.select(records.index, count: properties.count, visible: visible)
    case .history: past.focus.select(past.focus.index, count: past.entries.count, visible: visible)
    case .plans:
      directory.focus.select(
        directory.focus.index, count: directory.shown.count, visible: visible)
    case .portfolio:
      guard let portfolio else { return }
      self.portfolio?.focus.select(
        portfolio.focus.index, count: portfolio.rows.count, visible: visible)
    }
  }
}
