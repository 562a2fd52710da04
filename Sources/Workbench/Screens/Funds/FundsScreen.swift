import Procurement
import Validation

extension ScreenName {
  static let funds = ScreenName("funds")
}

/// The plan's funds, year by year.
struct FundsScreen: PropertyScreen {
  static let name = ScreenName.funds
  let title = "funds, year by year: available, drawn by lines, and left"
  let shortcut: ScreenShortcut? = ScreenShortcut(.showFunding, "funds, year by year", "4")
  let hasBalances = true

  func properties(of plan: Plan) -> [Property] {
    plan.funds.indices.flatMap { fund in
      [.fundID(fund), .fundName(fund), .fundPays(fund)]
        + plan.header.years.map { .available(fund, $0) }
    }
  }

  func newRecord(in program: WorkbenchProgram) -> NewRecord? {
    let funds = program.plan.funds
    let fund = Fund(
      id: Placeholder.id("fund", among: funds.map(\.id)), name: Placeholder.fundName, pays: .either)
    return NewRecord(
      title: "adding fund \(fund.id)", edit: .fund(at: funds.count, from: nil, to: fund))
  }

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    PropertyListView(program, self, columns: columns).mark
  }
}
