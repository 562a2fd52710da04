import Interaction

extension Context {
  /// What was done to the plan.
  public static let history = Context("history", "what was done to the plan")
}

extension HistoryScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "show the plan as it was after the step", [.enter], in: [.history])
        .hinted("look back")
        .unless { $0.past.entry == nil ? "there is no step to look at" : nil }
        .asks { $0.lookBack() },
      ActionEntry(
        .nameVersion, "give the plan as it stood after the step a name", [.character("v")],
        in: [.history]
      )
      .hinted("name").unless { $0.reasonNotToStore ?? $0.noPlan }.does { $0.nameVersion() },
      ActionEntry(
        .filter, "show only steps by line, day or person", [.character("/")], in: [.history]
      )
      .hinted("filter").does { $0.openFilter() },
      ActionEntry(.showAll, "show all again", [.escape], in: [.history])
        .unless { $0.nothingToClear }.does { $0.showAll() },
    ]
  }
}
