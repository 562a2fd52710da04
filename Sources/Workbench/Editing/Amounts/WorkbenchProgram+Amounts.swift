import Imports
import Interaction
import Procurement
import Text
import Validation

/// Changing many amounts at once, in whatever cells they are shown: of lines, of a line's form, or
/// of funds.
extension WorkbenchProgram {
  /// The cells from the focused amount on; nil where no amount is focused.
  var amountBlock: AmountBlock? {
    if let form = panes.top as? LineForm { return block(of: form) }
    guard panes.isEmpty else { return nil }
    if showsLines { return blockOfLines }
    guard case .available(let fund, let year) = focusedProperty else { return nil }
    let years = Array(plan.header.years.drop { $0 != year })
    return AmountBlock(rowCount: plan.funds.count - fund) { row in
      years.map { .fund(fund + row, $0) }
    }
  }

  private func block(of form: LineForm) -> AmountBlock? {
    guard case .amount(let year, let kind) = form.field(in: rows(of: form)) else { return nil }
    let years = Array(plan.header.years.drop { $0 != year })
    let kinds = Array(CostKind.allCases.drop { $0 != kind })
    let place = place
    return AmountBlock(rowCount: kinds.count) { row in years.map { .line(place, $0, kinds[row]) } }
  }

  private var blockOfLines: AmountBlock? {
    guard hasLine, let cell = focusedCell, let kind = cell.column.kind else { return nil }
    let years = Array(plan.header.years.drop { $0 != cell.year })
    let lines = lines
    return AmountBlock(rowCount: rowCount - lines.focus.index) { row in
      let place = lines.place(ofRow: lines.focus.index + row)
      return years.map { .line(place, $0, kind) }
    }
  }

  /// Why no amount can be copied to the years after it.
  var noAmount: String? {
    guard let block = amountBlock else { return "no amount is focused" }
    return block.row(0).count < 2 ? "this is the last year" : nil
  }

  /// Copies the focused amount to all years after it, as one step.
  mutating func fillRight() {
    guard let cells = amountBlock?.row(0), let first = cells.first else { return }
    let money = plan.amount(in: first)
    let edits = plan.edits(putting: cells.dropFirst().map { ($0, money) })
    guard !edits.isEmpty else {
      message = Message(text: "the years after it have that amount already")
      return
    }
    carryOut("\(first.rowTitle(in: plan)) after \(first.year)", edits)
  }

  /// Whether a key fills right where the user types an amount.
  func fillsRight(_ key: Key) -> Bool {
    let context = panes.all.dropLast().last?.context ?? screens.shown.context
    return keymap.action(for: key, in: context) == .fillRight
  }

  /// Puts the amount that is typed into its year and all years after it, as one step. What cannot be
  /// taken stays, and where another session has changed the amount the user is asked about that.
  mutating func fillRightTyped() -> [Effect] {
    guard let editor = panes.top as? FieldEditor, editor.fault == nil, editor.rival == nil,
      let money = try? AmountText.money(editor.value())
    else { return accept() }
    putBack(editor.target)
    panes.pop()
    if let cells = amountBlock?.row(0), let first = cells.first {
      let edits = plan.edits(putting: cells.map { ($0, money) })
      carryOut("\(first.rowTitle(in: plan)) from \(first.year) on", edits)
    }
    noteTypedAmount()
    return []
  }

  // MARK: Blocks

  /// Puts a pasted block of amounts into the cells from the focused one on, as one step; false where
  /// no amount is focused. A blank cell leaves its amount as it is.
  mutating func pasteAmounts(_ text: String) -> Bool {
    guard let block = amountBlock else { return false }
    guard canChange() else { return true }
    do throws(FieldFault) {
      let amounts = try amounts(of: text, in: block)
      let edits = plan.edits(putting: amounts)
      guard !edits.isEmpty else {
        message = Message(text: "nothing to paste: the amounts are so already")
        return true
      }
      let count = counted(amounts.count, "amount")
      carryOut("pasting \(count)", edits, saying: ChangePhrase("pasted \(count)"))
    } catch {
      message = Message(text: "nothing is pasted: \(error.words)", isError: true)
    }
    return true
  }

  /// The amounts of a pasted text with their cells; throws, in words, where one has no cell or is
  /// not an amount.
  private func amounts(
    of text: String, in block: AmountBlock
  ) throws(FieldFault) -> [(cell: AmountCell, money: Money)] {
    var amounts: [(cell: AmountCell, money: Money)] = []
    for row in PastedRow.all(of: text) {
      guard row.number <= block.rowCount else {
        throw FieldFault(
          words: "it has more rows than the \(block.rowCount) from here on; copy fewer")
      }
      let cells = block.row(row.number - 1)
      guard row.cells.count <= cells.count else {
        throw FieldFault(
          words: "row \(row.number) has \(row.cells.count) columns, and from here on there are "
            + "\(counted(cells.count, "year")); copy fewer")
      }
      for (place, cell) in row.cells.enumerated() where !cell.trimmed.isEmpty {
        do throws(FieldFault) {
          amounts.append((cells[place], try AmountText.money(cell)))
        } catch {
          throw FieldFault(words: "row \(row.number), column \(place + 1): \(error.words)")
        }
      }
    }
    return amounts
  }

  /// What can be copied as a block of amounts, with its title; nil where no amount is shown.
  var copiedAmounts: (title: String, cells: [[AmountCell]])? {
    let years = plan.header.years
    if screen == .funds, !plan.funds.isEmpty {
      return (
        "what is available of all funds by year",
        plan.funds.indices.map { fund in years.map { .fund(fund, $0) } }
      )
    }
    guard hasLine, panes.isEmpty, showsLines else { return nil }
    let kinds = CostKind.allCases.filter { kind in
      shownTable.shown.contains { $0.column.kind == kind }
    }
    guard !kinds.isEmpty else { return nil }
    let places = lines.markedCount > 0 ? lines.markedPlaces : [place]
    let owner =
      lines.markedCount > 0
      ? counted(places.count, "marked line") : plan.lines[place].id
    return (
      "\(kinds.map(\.rawValue).joined(separator: " and ")) by year of \(owner)",
      places.map { place in kinds.flatMap { kind in years.map { .line(place, $0, kind) } } }
    )
  }
}
