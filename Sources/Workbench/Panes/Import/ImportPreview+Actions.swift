import Interaction

extension Context {
  /// Rows before they become part of the plan.
  public static let pasted = Context("pasted", "rows to import")
}

extension ImportPreview {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "add the rows as lines, and make the changes", [.enter], in: [.pasted])
      .hinted("add").asks { $0.accept() },
    ActionEntry(.toggle, "leave the row out, or take it", [.character(" ")], in: [.pasted])
      .hinted("leave out").does { $0.toggleRow() },
    ActionEntry(
      .switchPlace, "add the rows below the focused line, or at the end of the plan",
      [.character("b")], in: [.pasted]
    )
    .hinted("below/end")
    .unless { program in
      program.hasLine ? nil : "no line is focused; the rows go to the end of the plan"
    }
    .does { $0.switchPlace() },
    ActionEntry(
      .readColumns, "show how the columns are read, and change it", [.tab, .character("m")],
      in: [.pasted]
    )
    .hinted("columns").does { $0.showImportedColumns() },
    ActionEntry(
      .addAsNew, "add rows with the id of a line as new lines, or change that line",
      [.character("n")], in: [.pasted]
    )
    .unless { program in
      (program.panes.top as? ImportPreview)?.hasKnownLines == true
        ? nil : "no row has the id of a line of the plan"
    }
    .does { $0.switchNewLines() },
  ]
}
