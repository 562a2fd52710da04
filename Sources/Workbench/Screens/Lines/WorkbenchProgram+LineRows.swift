import Canvas
import Procurement
import Text
import Validation

/// Filters, order and marks of the plan's lines, which the screen of findings shares.
extension WorkbenchProgram {
  /// Whether the lines are filtered or sorted, or some are marked.
  var areLinesChanged: Bool {
    lines.filter != nil || lines.order != nil || lines.markedCount > 0
  }

  /// Finds the lines anew: what was edited since may fit the filter otherwise now.
  mutating func refreshLineFilter() {
    if lines.filter != nil { lines.arrange(in: assessment) }
  }

  mutating func filterLines(by text: String) throws(FieldFault) {
    lines.show(try LineFilter(text), in: assessment)
    findings = ListFocus()
  }

  /// Returns from the past, or clears filter and sort, or then the marks.
  mutating func showAllLines() {
    if isLookingBack {
      leavePast()
    } else if lines.filter != nil || lines.order != nil {
      lines.showAll()
      findings = ListFocus()
    } else {
      lines.clearMarks()
    }
  }

  /// How many lines a filter shows or are marked, and the sums of the marked ones or else of those
  /// that are shown; nil where neither is.
  func lineFigures(unit: String) -> ShownFigures? {
    var figures = ShownFigures()
    if lines.filter != nil {
      figures.counts.append("\(rowCount) of \(plan.lines.count)\(unit)")
    }
    if lines.markedCount > 0 { figures.counts.append("\(lines.markedCount) marked") }
    guard !figures.counts.isEmpty else { return nil }
    let places = lines.markedCount > 0 ? lines.markedPlaces : lines.places ?? []
    for place in places where plan.lines.indices.contains(place) {
      let verdict = assessment.verdict(at: place)
      figures.cost += verdict.cost
      figures.unfunded += verdict.unfunded
    }
    return figures
  }

  // MARK: Sorting

  /// Offers the columns to sort by, and the present one the other way round too.
  mutating func offerOrders() {
    let present = lines.order
    let plain = Choice(
      title: "the plan's order, in which lines draw on funds", taking: .sort(nil),
      isCurrent: present == nil)
    let columns = LineColumn.allCases.filter { $0.kind == nil }.flatMap { column in
      let usual = LineOrder(column: column, isDescending: column.isGreatestFirst)
      let other = LineOrder(column: column, isDescending: !column.isGreatestFirst)
      let orders = present?.column == usual.column ? [usual, other] : [usual]
      return orders.map {
        Choice(title: $0.title, taking: .sort($0), isCurrent: $0 == present)
      }
    }
    show(ChoiceMenu(.order, [plain] + columns))
  }

  /// Sorts by the column under the cursor.
  mutating func sortByCell(descending isDescending: Bool) {
    guard let cell = lines.cell else { return }
    sort(by: LineOrder(by: cell, isDescending: isDescending))
  }

  /// Sorts by a column whose head was clicked; by the present one the other way round.
  mutating func sort(byHead column: ShownColumn) {
    let isDescending =
      lines.order.flatMap { $0.column == column ? !$0.isDescending : nil }
      ?? column.column.isGreatestFirst
    sort(by: LineOrder(by: column, isDescending: isDescending))
  }

  mutating func sort(by order: LineOrder?) {
    lines.sort(by: order, in: assessment)
    findings = ListFocus()
    message = Message(
      text: order == nil
        ? "in the plan's order"
        : "sorted for looking at; the plan keeps its order, \(mention(.showAll)) shows it")
  }
}

extension LineOrder {
  /// The order in a phrase.
  fileprivate var title: String {
    switch column.column {
    case .cost, .unfunded, .capital, .revenue:
      "\(column.name), \(isDescending ? "most" : "least") first"
    case .findings: "findings, \(isDescending ? "worst" : "none") first"
    default: "\(column.name), \(isDescending ? "from the end" : "from the beginning")"
    }
  }
}
