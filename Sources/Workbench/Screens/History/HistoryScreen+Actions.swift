import Interaction

extension Context {
  /// The plan's history.
  public static let history = Context("history", "history")
}

extension HistoryScreen {
  var actions: [ActionEntry] {
    comparing + [
      ActionEntry(.open, "show the plan as it was after the step", [.enter], in: [.history])
        .hinted("look back")
        .unless { $0.past.entry == nil ? "there is no step to look at" : nil }
        .asks { $0.lookBack() },
      ActionEntry(
        .nameVersion, "name the version after the step", [.character("v")],
        in: [.history]
      )
      .hinted("name").unless { $0.reasonNotToStore ?? $0.noPlan }.does { $0.nameVersion() },
      ActionEntry(
        .filter, "filter steps by line, day or person", [.character("/")], in: [.history]
      )
      .hinted("filter").does { $0.openFilter() },
      ActionTable.wayBack(in: [.history]),
    ]
  }
}
