import Canvas
import Procurement
import Validation

extension ScreenName {
  static let funds = ScreenName("funds")
}

/// The plan's funds as a grid: what each is, and what of it is available, drawn and left by year.
struct FundsScreen: PropertyScreen {
  static let name = ScreenName.funds
  let title = "funds, year by year: available, drawn by lines, and left"
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showFunding, "funds, year by year", "4", "Funds", "Fund")

  func properties(of plan: Plan) -> [Property] {
    plan.funds.indices.flatMap { fund in
      [.fundID(fund), .fundName(fund), .fundPays(fund), .fundCertainty(fund)]
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

  // MARK: The grid

  /// Moves in the grid; in a dialogue, where nobody sees it, from field to field.
  func move(_ action: Action, in program: inout WorkbenchProgram) {
    let rows = program.layout.list.count
    if program.settings.isDialogue {
      program[FundsScreen.self].follow(
        action.alongRows, count: count(in: program), visible: rows)
    } else {
      let place = program[FundsScreen.self].index
      program[FundsScreen.self].index = FundGrid(program.plan)
        .place(after: action, from: place, page: max(2, rows / 5 * 2))
    }
  }

  func moveBelow(in program: inout WorkbenchProgram) {
    let place = program[FundsScreen.self].index
    program[FundsScreen.self].index = FundGrid(program.plan).below(place)
  }

  func moveAmount(by distance: Int, in program: inout WorkbenchProgram) -> Bool? {
    guard case .available = program.focusedProperty else { return nil }
    let place = program[FundsScreen.self].index
    guard let next = FundGrid(program.plan).amount(distance, from: place) else { return false }
    program[FundsScreen.self].index = next
    return true
  }

  /// Amounts are left by Esc, so that digits show screens again.
  func isChanged(in program: WorkbenchProgram) -> Bool {
    guard !program.settings.isDialogue, case .available = program.focusedProperty else {
      return false
    }
    return true
  }

  func showAll(in program: inout WorkbenchProgram) {
    program.leavePast()
    let place = program[FundsScreen.self].index
    program[FundsScreen.self].index = FundGrid(program.plan).head(of: place)
    program.message = Message(text: "amounts left; a digit shows a screen")
  }

  func position(in layout: Layout, of program: WorkbenchProgram) -> ListPosition? {
    FundsView(program, columns: layout.size.columns).position(in: layout.list)
  }

  func row(at position: Position, in program: WorkbenchProgram) -> Int? {
    FundsView(program, columns: program.size.columns)
      .place(at: position, in: program.layout.list)
  }

  // MARK: Drawing

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    FundsView(program, columns: columns).mark
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    FundsView(program, columns: layout.size.columns).draw(on: &canvas, layout)
  }
}
