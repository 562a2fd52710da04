import Canvas
import Interaction
import Procurement
public import Validation

/// What a dialogue in lines needs of the workbench: where the user is in words, and input that is
/// no keys. Whatever is edited goes through the menus and editors that the screen has.
extension WorkbenchProgram {
  /// A choice of a menu, in words.
  public struct Option: Sendable {
    /// What it is.
    public let title: String
    /// What the line would be.
    public let outcome: String
    /// Whether it is what the line has now.
    public let isCurrent: Bool
  }

  /// An answer to a question: its letter and what it does.
  public struct Answer: Sendable {
    /// The letter that gives the answer.
    public let letter: Character
    /// What it does, in a phrase.
    public let title: String
  }

  /// What the workbench waits for.
  public enum Awaited: Sendable {
    /// Any action.
    case action
    /// One of the options, or several; the index is of the focused one.
    case choice(title: String, options: [Option], focused: Int, takesSeveral: Bool)
    /// A text for a field that holds one already; why the present one cannot be taken.
    case text(title: String, present: String, fault: String?)
    /// A decision on each difference between the plan and its changed document, or a scenario, which
    /// `from` names.
    case decisions([DocumentDifference], focused: Int, from: String)
    /// An answer.
    case answer(question: String, answers: [Answer])
  }

  /// What the workbench waits for now.
  public var awaited: Awaited { panes.top?.awaited ?? .action }

  /// Whether the user still has to decide on something that was asked for: whether and how the
  /// document is written, whose value stays, or whether a change is made that costs something.
  public var hasDecisionPending: Bool {
    guard let question = panes.top as? Question else { return asksForMore }
    switch question.subject {
    case .quit, .quitPortfolio, .notStored, .consent, .documentMissing, .firstWrite, .conflict,
      .change, .discardUnsaved, .whatIf, .reportExists:
      return true
    case .unsaved, .leftWhatIf, .newDocument, .draft, .removed: return false
    }
  }

  /// Whether what was asked for still needs decisions on differences, or a name or another text.
  private var asksForMore: Bool {
    if panes.top is Merge { return true }
    guard let editor = panes.top as? FieldEditor else { return false }
    return switch editor.target {
    case .request, .versionName, .documentName: true
    case .line, .property, .waiver, .filter: false
    }
  }

  /// Whether what was asked for last was not done, since another session came first.
  public var wasRefused: Bool { message?.isRefusal ?? false }

  /// Whether the last message says that something could not be done; that a change makes the plan
  /// worse is none.
  public var hasFault: Bool { message.map { $0.isError && $0.report == nil } ?? false }

  /// The last message, if any.
  public var remark: String? { message?.text }

  /// The plan with all that the rules say of it.
  public var judged: Assessment { assessment }

  /// The place of the focused line; nil where there is none.
  public var focusedPlace: Int? { hasLine ? place : nil }

  /// How the rows are chosen and sorted, and how many are marked, in words.
  public var rowsInWords: String {
    let order = lines.order.map { ["sorted by \($0.column.name)"] } ?? []
    let states = rowStates + order
    return states.isEmpty
      ? "all lines in the plan's order, none marked" : states.joined(separator: ", ")
  }

  /// The place of the line that a row shows.
  public func place(ofRow row: Int) -> Int { lines.place(ofRow: row) }

  /// Whether the plan's lines are what is on the screen.
  public var showsLines: Bool { screens.shown.showsLines }

  /// The actions of where the user is, and why each does nothing now, if so.
  public var actionsHere: [(entry: ActionEntry, unavailableReason: String?)] {
    keymap.table.entries(in: context).map { entry in
      (entry, entry.disabledReason(self) ?? reasonWhileTryingOut(entry.action))
    }
  }

  /// What is focused where that is no line: a field of the form, or a row of another list.
  public var focusInWords: String? {
    if let form = panes.top as? LineForm {
      let field = form.field(in: rows(of: form))
      let text = focusedPlace.map { words(for: field, of: plan.lines[$0]) } ?? ""
      let owner = form.alternative.map { "alternative \($0) " } ?? ""
      return "\(owner)\(field.documentName): \(text.isEmpty ? "none" : text)"
    }
    return showsLines ? nil : focusedRow.map(words(ofRow:))
  }

  /// Whether a list takes what is asked for, with nothing open over it.
  public var isInList: Bool { panes.isEmpty }

  /// What the line at a place is for, in few words.
  public func name(ofLineAt place: Int) -> String { assessment.name(of: plan.lines[place]) }
}

extension FieldEditor {
  /// What is typed, in a phrase.
  var title: String {
    switch target {
    case .line(let field, _): field.documentName
    case .property(let property, _): property.title
    case .documentName: "the name of the file"
    case .waiver(let code): "why \(code.rawValue) is waived"
    case .filter: "what is shown"
    case .versionName: "the name of this version"
    case .request(let request): request.title
    }
  }
}
