import Interaction
import Procurement

extension Context {
  /// The plan's lines.
  public static let plan = Context("plan", "the plan's lines", typing: .digitsOrScreens)
}

extension LinesScreen {
  var actions: [ActionEntry] { opening + changing + marking + judging + listing }

  private var opening: [ActionEntry] {
    [
      ActionEntry(.open, "edit the line, or the cell", [.enter], in: [.plan]).hinted("edit")
        .aboutFocus().unless { $0.noLine }.does { $0.openCell() },
      ActionEntry(
        .left, "to the cell on the left; from the first one, the whole line",
        [.left, .character("h")], in: [.plan]
      )
      .unless { $0.noLine }.does { $0.goToCell(by: -1) },
      ActionEntry(
        .right, "to the line's amounts, then the cell on the right", [.right, .character("l")],
        in: [.plan]
      )
      .unless { $0.noLine }.does { $0.goToCell(by: 1) },
      ActionEntry(
        .switchYears, "show capital by year, then revenue, then the usual columns",
        [.character("$")], in: [.plan]
      )
      .does { $0.switchYears() },
      ActionEntry(
        .fillRight, "copy the amount, or what is typed for it, to all years after it",
        [.character("}")], in: [.plan, .form, .records]
      )
      .aboutFocus().unless { $0.reasonNotToChange ?? $0.noAmount }.does { $0.fillRight() },
    ]
  }

  private var changing: [ActionEntry] {
    [
      ActionEntry(.addService, "add a line: choose its service", [.character("a")], in: [.plan])
        .hinted("add").unless { $0.reasonNotToChange }.does { $0.addLine() },
      ActionEntry(
        .importFile, "import a spreadsheet: choose the file, then look at what it changes",
        [.character("i")], in: [.plan]
      )
      .unless { $0.reasonNotToImport }.asks { _ in [.listFolder(".")] },
      change(.removeLine, "remove the line", [.character("d"), .delete]) { $0.removeLine() },
      change(.duplicateLine, "duplicate the line", [.character("y")]) {
        $0.duplicateLine()
      },
      ActionEntry(
        .moveLineUp, "move the line up; higher lines draw on funds first", [.character("K")],
        in: [.plan]
      )
      .aboutFocus().unless { $0.reasonNotToChange ?? $0.reasonNotToMove(by: -1) }
      .does { $0.moveLine(by: -1) },
      ActionEntry(.moveLineDown, "move the line down", [.character("J")], in: [.plan])
        .aboutFocus().unless { $0.reasonNotToChange ?? $0.reasonNotToMove(by: 1) }
        .does { $0.moveLine(by: 1) },
    ]
  }

  private func change(
    _ action: Action, _ title: String, _ keys: [Key],
    _ change: @escaping @Sendable (inout WorkbenchProgram) -> Void
  ) -> ActionEntry {
    ActionEntry(action, title, keys, in: [.plan]).aboutFocus()
      .unless { $0.reasonNotToChange ?? $0.noLine }.does(change)
  }

  private var marking: [ActionEntry] {
    [
      ActionEntry(.mark, "mark or unmark the line", [.character(" ")], in: [.plan])
        .aboutFocus().unless { $0.noLine }.does { $0.toggleMark() },
      ActionEntry(
        .markAll, "mark or unmark all lines shown", [.character("*")], in: [.plan]
      )
      .unless { $0.noLine }
      .does { program in program.lines.toggleMarks(of: program.plan.lines.count) },
      ActionEntry(
        .changeMarked, "change all marked lines: route, supplier, funds, service, costs and more",
        [.character("b")], in: [.plan]
      )
      .unless { program in
        program.reasonNotToChange
          ?? (program.lines.markedCount == 0
            ? "no line is marked; \(program.mention(.mark)) marks one" : nil)
      }
      .does { $0.changeMarked() },
    ]
  }

  private var judging: [ActionEntry] {
    [
      ActionEntry(
        .fix, "choose a fix for the line's findings", [.character("f")], in: [.plan, .form]
      )
      .hinted("fix").aboutFocus().unless { $0.noLine }.does { $0.showFixes() },
      ActionEntry(
        .compareRoutes, "compare the routes and alternatives of the line by what they cost",
        [.character("r")], in: [.plan, .form]
      )
      .aboutFocus().unless { $0.noLine }.does { $0.compareRoutes() },
      ActionEntry(
        .showAlternatives, "edit the line's alternatives, or add one", [.character("o")],
        in: [.plan, .form]
      )
      .aboutFocus().unless { $0.noLine }.does { $0.showAlternatives() },
      ActionEntry(
        .explain, "explain the finding: rule, reason and source", [.character("x")],
        in: [.plan, .form]
      )
      .aboutFocus().does { $0.explain() },
      ActionEntry(
        .waive, "waive a finding of the line, or withdraw a waiver", [.character("W")],
        in: [.plan, .form]
      )
      .aboutFocus().unless { $0.reasonNotToChange ?? $0.noLine }.does { $0.showWaivers() },
      ActionEntry(
        .nextFinding, "the next line with an error or warning", [.character("n")], in: [.plan]
      )
      .does { $0.moveToFinding(forward: true) },
      ActionEntry(
        .previousFinding, "the previous line with an error or warning", [.character("N")],
        in: [.plan]
      )
      .does { $0.moveToFinding(forward: false) },
    ]
  }

  private var listing: [ActionEntry] {
    [
      ActionEntry(
        .filter, "filter lines by text, or like `unfunded>0`", [.character("/")],
        in: [.plan, .findings]
      )
      .hinted("filter").does { $0.openFilter() },
      ActionTable.wayBack(in: [.plan, .findings]),
      ActionEntry(
        .sort, "sort the rows; the plan keeps its order", [.character("s")], in: [.plan]
      )
      .does { $0.offerOrders() },
      ActionEntry(
        .chooseColumns, "choose and order the columns, for screens of this width",
        [.character("C")], in: [.plan]
      )
      .unless { program in
        program.settings.isDialogue ? "columns need the full-screen mode" : nil
      }
      .does { $0.offerColumns() },
      sort(.sortAscending, "from the least or first", "<", isDescending: false),
      sort(.sortDescending, "from the most or last", ">", isDescending: true),
      ActionEntry(
        .copy, "copy to the clipboard: field, amounts, rows or report", [.character("c")],
        in: [.plan, .findings, .form, .alternative, .records]
      )
      .unless { $0.settings.display.copyDisabledReason }.does { $0.offerCopies() },
    ]
  }

  private func sort(
    _ action: Action, _ order: String, _ key: Character, isDescending: Bool
  ) -> ActionEntry {
    ActionEntry(
      action, "sort by the column under the cursor, \(order)", [.character(key)], in: [.plan]
    )
    .unless { program in
      program.focusedCell == nil
        ? "no column is focused; \(program.mention(.left)) goes to one" : nil
    }
    .does { $0.sortByCell(descending: isDescending) }
  }
}

extension WorkbenchProgram {
  /// Opens the form of the focused line.
  mutating func openForm() {
    panes.push(LineForm())
    reveal()
  }

  /// Why the focused line cannot be moved up or down.
  func reasonNotToMove(by distance: Int) -> String? {
    if let noLine { return noLine }
    if lines.order != nil {
      return "the rows are sorted; \(mention(.showAll)) shows them in the plan's order"
    }
    let row = lines.focus.index + distance
    if row < 0 { return "the line is the first" }
    return row >= rowCount ? "the line is the last" : nil
  }
}
