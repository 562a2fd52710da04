import Canvas
import Procurement
import Stores
import Text
public import Validation

/// The list of the present screen, row by row: which row is focused, and what each says in words.
extension WorkbenchProgram {
  /// The focus of the present screen's list.
  var listFocus: ListFocus {
    get {
      switch screen {
      case .plan: lines.focus
      case .browse: catalogue.focus
      case .findings: findings
      case .funding, .groups, .trust: records
      case .history: past.focus
      case .portfolio: portfolio?.focus ?? ListFocus()
      case .plans: directory.focus
      }
    }
    set {
      switch screen {
      case .plan: lines.focus = newValue
      case .browse: catalogue.focus = newValue
      case .findings: findings = newValue
      case .funding, .groups, .trust: records = newValue
      case .history: past.focus = newValue
      case .portfolio: portfolio?.focus = newValue
      case .plans: directory.focus = newValue
      }
    }
  }

  /// The number of the open plan at the store; nil where the store does not have it.
  public var openPlanNumber: Int? { journal?.plan?.rawValue }

  /// How many rows the present screen lists.
  public var listCount: Int {
    switch screen {
    case .plan: rowCount
    case .browse: catalogue.rows.count
    case .findings: findingCount
    case .funding, .groups, .trust: properties.count
    case .history: past.entries.count
    case .portfolio: portfolio?.rows.count ?? 0
    case .plans: directory.shown.count
    }
  }

  /// The focused row of the present screen's list; nil where it has none.
  public var focusedRow: Int? { listFocus.index < listCount ? listFocus.index : nil }

  /// What the present screen lists, in a phrase.
  public var listTitle: String { screen.title }

  /// What stands in the place of a list without rows.
  public var emptyListWords: String {
    switch screen {
    case .plan:
      plan.lines.isEmpty
        ? "the plan has no lines; `add-service` adds one"
        : "no line fits the filter; `show-all` shows all"
    case .browse: "nothing fits the filter; `show-all` shows all"
    case .findings: "no findings"
    case .funding, .groups, .trust: "none yet; `add-record` adds one"
    case .history: past.filterText.isEmpty ? "no changes yet" : "no step fits the filter"
    case .portfolio: "no portfolio is open"
    case .plans:
      directory.filter.isEmpty
        ? "no plans yet; `add-plan` starts one, `calloff import PLAN.yaml` takes some in"
        : "no plan fits the filter; `show-all` shows all"
    }
  }

  /// What a row is opened by: the id of a line, the number of a plan, else the number of the row.
  public func key(ofRow row: Int) -> String {
    switch screen {
    case .plan: plan.lines[lines.place(ofRow: row)].id
    case .plans: directory.all[directory.shown[row]].number.description
    default: String(row + 1)
    }
  }

  /// The row that a key means, where the rows are no lines of the plan; nil where none has it.
  public func row(called key: String) -> Int? {
    if screen == .plans {
      return directory.shown.firstIndex { directory.all[$0].number.description == key }
    }
    return Int(key).flatMap { (1...max(1, listCount)).contains($0) ? $0 - 1 : nil }
  }

  /// What a row says; a line of the plan only its id.
  public func words(ofRow row: Int) -> String {
    switch screen {
    case .plan: plan.lines[lines.place(ofRow: row)].id
    case .browse: BrowseView(self).title(of: catalogue.rows[row])
    case .findings: foundFindings(in: row..<row + 1).first?.words ?? ""
    case .funding, .groups, .trust: words(of: properties[row])
    case .history: words(of: past.entries[row])
    case .portfolio: portfolio.map { $0.name(of: $0.rows[row]) } ?? ""
    case .plans: directory.all[directory.shown[row]].words
    }
  }

  private func words(of property: Property) -> String {
    let text = property.text(in: plan)
    let said = text.isEmpty ? "none" : text
    switch property {
    case .fundID, .groupID: return "\(property.title) \(said)"
    case .available(let fund, let year):
      let balance = assessment.balance(ofFund: fund, in: year)
      return "\(plan.funds[fund].id) \(year): \(balance.available.grouped) available, "
        + "\(balance.drawn.grouped) drawn, \((balance.available - balance.drawn).grouped) left"
    default:
      return screen == .trust
        ? "\(property.title): \(said)" : "\(property.record(in: plan)) \(property.title): \(said)"
    }
  }

  private func words(of entry: JournalEntry) -> String {
    let names = past.names(of: entry.number).map { "; version `\($0)`" }.joined()
    return "\(entry.at), \(entry.author.name): \(entry.step.phrase)\(names)"
  }

  /// More on the focused row, where it is no line of the plan.
  public var focusDetails: [String] {
    guard focusedRow != nil else { return [] }
    switch screen {
    case .browse: return BrowseView(self).details.map(\.0)
    case .findings:
      return focusedFinding.map { ["rests on \($0.cites.joined(separator: "; "))"] } ?? []
    case .funding, .groups, .trust: return RecordsView(self, columns: size.columns).details
    case .history:
      return past.entry?.step.edits.prefix(Self.editsShown).map { $0.phrase(.full) }
        ?? []
    case .plans:
      return directory.entry.map { PlansView(self, columns: size.columns).details(of: $0).map(\.0) }
        ?? []
    case .plan, .portfolio: return []
    }
  }

  /// The most edits of a step that are listed.
  private static let editsShown = 100

  /// Focuses a row of the present screen's list.
  public mutating func focus(onRow row: Int) {
    message = nil
    listFocus.select(row, count: listCount, visible: layout.list.count)
  }
}

extension Finding {
  /// The finding in a line: its line's id or `plan`, its severity, code and message.
  public var words: String {
    let waived = waiver.map { "; waived \($0.date): \($0.reason)" } ?? ""
    return "\(line ?? "plan") \(severity.rawValue) \(code.rawValue): \(message)\(waived)"
  }
}

extension PlanEntry {
  /// The plan in a line: title and trust, its sums and findings, and when it was changed.
  fileprivate var words: String {
    if let damage { return "damaged: \(damage)" }
    return "\(header.title), \(header.trust.code) \(header.trust.name), "
      + "cost \(summary.cost.grouped), unfunded \(summary.unfunded.grouped), "
      + "\(counted(summary.errors, "error")), \(counted(summary.warnings, "warning")), "
      + "changed \(changed)" + (isFrozen ? ", frozen" : "")
  }
}
