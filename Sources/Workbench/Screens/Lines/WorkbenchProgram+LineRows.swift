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

  /// The filter of the lines and how many it shows, in words.
  var lineStates: [String] {
    lines.filter.map { filter in
      ["\(shownFilter(filter.text)) \(rowCount) of \(counted(plan.lines.count, "line"))"]
    } ?? []
  }

  // MARK: Sorting

  /// Offers the columns to sort by; the present one the other way round.
  mutating func offerOrders() {
    let present = lines.order
    let plain = Choice(
      title: "the plan's order, in which lines draw on funds", taking: .sort(nil),
      isCurrent: present == nil)
    let columns = LineColumn.allCases.flatMap { column in
      [column.isGreatestFirst, !column.isGreatestFirst].map { isDescending in
        let order = LineOrder(column: column, isDescending: isDescending)
        return Choice(title: order.title, taking: .sort(order), isCurrent: order == present)
      }
    }
    show(ChoiceMenu(.order, [plain] + columns))
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
    switch column {
    case .cost, .unfunded: "\(column.rawValue), \(isDescending ? "most" : "least") first"
    case .findings: "findings, \(isDescending ? "worst" : "none") first"
    default: "\(column.rawValue), \(isDescending ? "from the end" : "from the beginning")"
    }
  }
}
