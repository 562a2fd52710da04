import Interaction

extension Context {
  /// Pasted rows before they become lines.
  public static let pasted = Context("pasted", "pasted rows")
}

extension PastedRows {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "add the rows as lines", [.enter], in: [.pasted]).hinted("add")
      .asks { $0.accept() },
    ActionEntry(
      .switchPlace, "add the rows below the focused line, or at the end of the plan",
      [.character("b")], in: [.pasted]
    )
    .hinted("below/end")
    .unless { program in
      program.hasLine ? nil : "no line is focused; the rows go to the end of the plan"
    }
    .does { $0.switchPlace() },
  ]
}
