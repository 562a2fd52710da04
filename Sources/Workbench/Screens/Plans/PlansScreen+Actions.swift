import Interaction

extension Context {
  /// The plans of the store.
  public static let plans = Context("plans", "the plans of the store")
}

extension PlansScreen {
  var actions: [ActionEntry] {
    PlanActions.all + comparing + [
      ActionEntry(.open, "open the plan", [.enter], in: [.plans]).hinted("open")
        .unless { program in
          program.directory.entry == nil
            ? "there is no plan; \(program.mention(.addPlan)) starts one" : nil
        }
        .asks { program in program.directory.entry.map { program.open($0) } ?? [] },
      ActionTable.startPlan([.character("a")], in: [.plans]).hinted("new"),
      ActionEntry(
        .importFile, "start a plan from a spreadsheet: choose the file", [.character("i")],
        in: [.plans]
      )
      .unless { $0.reasonNotToStartFromFile }.asks { _ in [.listFolder(".")] },
      ActionEntry(.filter, "filter plans by text", [.character("/")], in: [.plans])
        .hinted("filter").does { $0.openFilter() },
      ActionTable.wayBack(in: [.plans]),
      ActionEntry(
        .openPortfolio, "open all plans of the store as a portfolio", [.character("P")],
        in: [.portfolio, .plans]
      )
      .unless { $0.noStore }.asks { $0.load(.store) },
    ]
  }
}
