import Procurement
import Validation

extension WorkbenchProgram {
  /// What the rows of the present list are chosen by, as it was typed.
  private var filterText: String {
    switch screen {
    case .browse: catalogue.filter
    case .history: past.filterText
    case .portfolio: portfolio?.filter?.text ?? ""
    case .plans: directory.filter
    case .plan, .findings, .funding, .groups, .trust: lines.filter?.text ?? ""
    }
  }

  /// Whether the rows of the present list are chosen by something, or sorted, or some are marked.
  var isListChanged: Bool {
    !filterText.isEmpty
      || isLookingBack
      || screen == .portfolio && (portfolio?.order != nil || portfolio?.node != 0)
      || [.plan, .findings].contains(screen) && (lines.order != nil || lines.markedCount > 0)
  }

  /// Lets somebody type what the rows are chosen by; they follow at each key.
  mutating func openFilter() {
    let text = filterText
    // What was edited since may fit otherwise now.
    if [.plan, .findings].contains(screen), lines.filter != nil { lines.arrange(in: assessment) }
    lines.anchor = hasLine ? place : nil
    let input = input(text, limit: TextInput.searchLimit)
    panes.append(.field(FieldEditor(target: .filter(original: text), input: input)))
    reveal()
  }

  /// Shows the rows that a text means; throws, in words, where it means nothing.
  mutating func filter(by text: String) throws(FieldFault) {
    switch screen {
    case .browse: catalogue.show(text)
    case .history: try filterHistory(by: text)
    case .portfolio: try filterPortfolio(by: text)
    case .plans: directory.show(text)
    case .plan, .findings, .funding, .groups, .trust:
      lines.show(try LineFilter(text), in: assessment)
      findings = ListFocus()
    }
    reveal()
  }

  /// Puts back what the rows were chosen by before.
  mutating func restoreFilter(_ text: String) {
    defer { lines.anchor = nil }
    do throws(FieldFault) { try filter(by: text) } catch {
      // It was taken once, so it means something.
      message = Message(text: error.words, isError: true)
    }
  }

  /// Shows all rows again: first what was filtered and sorted, and then the marks go.
  mutating func showAll() -> [Effect] {
    if screen == .browse, !catalogue.filter.isEmpty {
      catalogue.show("")
    } else if screen == .portfolio {
      showWholePortfolio()
    } else if screen == .plans {
      directory.show("")
    } else if screen == .history {
      past = HistoryList()
    } else if isLookingBack {
      leavePast()
    } else if lines.filter != nil || lines.order != nil {
      lines.showAll()
      findings = ListFocus()
    } else {
      lines.clearMarks()
    }
    reveal()
    return []
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
        ? "the rows stand in the plan's order"
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
