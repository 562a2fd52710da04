public import Canvas
public import Interaction
public import Procurement
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
  var panes: [Pane] = []
  var message: Message?
  /// The document's name; nil while the plan has none.
  var documentName: String?
  /// Unwritten work of an earlier session.
  var kept: Plan?
  /// Whether the document has comments, which writing it does not keep.
  var losesComments: Bool
  /// The day on which waivers are given.
  let today: CalendarDate
  /// What terminal and settings offer.
  var equipment: Equipment
  /// Whether to quit once the plan is written.
  var quitsAfterWriting = false
  /// Whether the terminal went away.
  public private(set) var isHungUp = false

  /// A workbench on a plan.
  ///
  /// `documentName` is what the plan is read from and written to; `kept` is what an earlier session
  /// left unwritten, to be offered; a document that `losesComments` is only written when asked.
  /// `today` is the date of waivers, since nothing in here asks for the time.
  public init(
    _ assessment: Assessment, documentName: String?, kept: Plan? = nil,
    losesComments: Bool = false, today: CalendarDate, keymap: Keymap = .standard,
    equipment: Equipment = Equipment(), size: Size
  ) {
    self.assessment = assessment
    self.documentName = documentName
    self.kept = kept
    self.losesComments = losesComments
    self.today = today
    self.keymap = keymap
    self.equipment = equipment
    self.size = size
    catalogue = BrowseList(assessment.index.programme)
    if documentName == nil { screen = .browse }
    if kept != nil { panes = [.question(Question(subject: .kept))] }
  }

  /// Learns what terminal and settings offer, once they are known.
  public mutating func equip(with equipment: Equipment) {
    self.equipment = equipment
  }

  /// The plan as it stands.
  public var plan: Plan { assessment.plan }
  /// Whether the plan differs from its document, be it by what is being typed.
  public var isModified: Bool {
    guard !history.isModified, case .field(let editor) = panes.last else {
      return history.isModified
    }
    switch editor.target {
    case .line(_, let original):
      return plan.lines[place].current(for: original) != original
    case .property(_, let original): return !plan.edits(back: original).isEmpty
    case .documentName, .waiver, .filter, .markedSupplier: return false
    }
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
    Layout(size: size, wanted: rowsWanted(on: size))
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
      case .field, .question: return nil
      }
    }
    return rows.max()
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
    case .hangUp:
      isHungUp = true
      takeTypedReason()
      return isModified ? [.keep(plan)] : []
    }
  }

  /// Does what somebody asks for, and what the focus asks for by where it is then: to foresee a
  /// choice, and to wear a theme.
  private mutating func follow(_ change: (inout WorkbenchProgram) -> [Effect]) -> [Effect] {
    message = nil
    let theme = shownTheme
    let effects = change(&self)
    foresee()
    return effects + (shownTheme == theme ? [] : [.wear(shownTheme)])
  }

  /// Takes what came of an effect.
  public mutating func receive(_ outcome: EffectOutcome) -> [Effect] {
    defer { quitsAfterWriting = false }
    switch outcome {
    case .written(let name):
      documentName = name
      losesComments = false
      history.markWritten()
      message = Message(text: "written to \(name)")
      return quitsAfterWriting ? [.finish] : []
    case .changedOnDisk:
      panes.append(.question(Question(subject: .overwrite)))
    case .failed(let words):
      message = Message(text: words, isError: true)
    }
    return []
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
    }
  }
}
