public import Procurement
public import Spreadsheets

/// A line, fund or group of a table, or the plan's details, as it would be in the plan.
public struct ProposedEntry: Hashable, Sendable {
  /// What it is.
  public enum Item: Hashable, Sendable {
    case header(Plan.Header)
    case fund(Fund)
    case group(BuyingGroup)
    case line(PlanLine)
  }

  /// What it does to the plan.
  public enum Change: Hashable, Sendable {
    case added, changed
    /// The plan has it so already.
    case unchanged
    /// It cannot be taken before its faults are corrected.
    case faulty
  }

  /// The first of its cells.
  public let cell: CellReference
  /// The cells of its first row in one text; not safe to show.
  public let text: String
  /// What the plan has; nil for what is added.
  public let before: Item?
  /// What the plan would have.
  public internal(set) var after: Item
  /// What is wrong with its cells.
  public internal(set) var faults: [CellFault]
  /// Whether the user takes it.
  public var isTaken = true

  /// What it does to the plan.
  public var change: Change {
    if !faults.isEmpty { return .faulty }
    guard let before else { return .added }
    return before == after ? .unchanged : .changed
  }

  /// Whether it becomes part of the plan.
  public var counts: Bool { isTaken && (change == .added || change == .changed) }

  /// The number of its first row.
  public var row: Int { cell.row }
  /// The sheet of that row; empty for a table that is text.
  public var sheet: String { cell.sheet }

  /// Its id; nil for the plan's details.
  public var id: String? {
    switch after {
    case .header: nil
    case .fund(let fund): fund.id
    case .group(let group): group.id
    case .line(let line): line.id
    }
  }

  /// The line; nil where it is something else.
  public var line: PlanLine? { if case .line(let line) = after { line } else { nil } }
}

extension ProposedEntry {
  /// The entries of a whole plan, compared with another by ids.
  static func entries(of document: Plan, into plan: Plan) -> [ProposedEntry] {
    func entry(_ before: Item?, _ after: Item) -> ProposedEntry {
      ProposedEntry(
        cell: CellReference(row: 1, column: 0), text: "", before: before, after: after, faults: [])
    }
    let funds = document.funds.map { fund in
      entry(plan.funds.first { $0.id == fund.id }.map { .fund($0) }, .fund(fund))
    }
    let groups = document.groups.map { group in
      entry(plan.groups.first { $0.id == group.id }.map { .group($0) }, .group(group))
    }
    let known = plan.lines.placesByID
    let lines = document.lines.map { line in
      entry(known[line.id].map { .line(plan.lines[$0]) }, .line(line))
    }
    return [entry(.header(plan.header), .header(document.header))] + funds + groups + lines
  }
}
