import Canvas
import Interaction
import Procurement
import Text
import Validation

extension ScreenName {
  static let demand = ScreenName("demand")
}

extension Context {
  /// What the trusts of a portfolio buy.
  public static let demand = Context("demand", "what trusts buy")
}

/// What the trusts of a portfolio buy: the services that most buy first, and below a service the
/// trusts that buy it.
struct DemandScreen: Screen {
  /// The service whose trusts are listed, and the focused rows.
  struct State: ScreenState {
    var focus = ListFocus()
    /// The programme's service whose trusts are listed; nil where services are.
    var service: Int?
    /// Whether the columns are years, and not how trusts buy.
    var isByYear = false
  }

  static let name = ScreenName.demand
  let title = "what trusts buy"
  let context = Context.demand
  let nameInBar = ScreenName.portfolio
  let isAboutPlan = false
  let showsPast = false

  var actions: [ActionEntry] {
    [
      ActionEntry(
        .open, "list the trusts that buy the service, or a trust's plans", [.enter],
        in: [.demand]
      )
      .hinted("open").unless { $0.noDemand }.does { $0.openDemand() },
      ActionEntry(
        .right, "list the trusts that buy the service, or a trust's plans",
        [.right, .character("l")], in: [.demand]
      )
      .unless { $0.noDemand }.does { $0.openDemand() },
      ActionEntry(
        .switchYears, "costs by year, or by how trusts buy", [.character("$")], in: [.demand]
      )
      .hinted("years").unless { $0.noDemand }
      .does { $0[DemandScreen.self].isByYear.toggle() },
      ActionEntry(
        .copy, "copy the rows with all columns to the clipboard", [.character("c")], in: [.demand]
      )
      .unless { $0.noDemand ?? $0.settings.display.copyDisabledReason }
      .asks { $0.copyDemand() },
      ActionEntry(
        .left, "the services, or the portfolio", [.left, .character("h"), .backspace],
        in: [.demand]
      )
      .hinted("back").asks { $0.leaveDemand() },
      ActionEntry(.showAll, "the services, or the portfolio", [.escape], in: [.demand])
        .asks { $0.leaveDemand() },
    ]
  }

  func initialState(for programme: Programme) -> State { State() }

  func isInTurn(in program: WorkbenchProgram) -> Bool { false }

  func unavailable(in program: WorkbenchProgram) -> String? { program.noPortfolio }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    program[DemandScreen.self] = State()
    return []
  }

  func place(in program: WorkbenchProgram) -> (any Sendable)? { program[DemandScreen.self] }

  func show(_ place: any Sendable, in program: inout WorkbenchProgram) {
    if let state = place as? State { program[DemandScreen.self] = state }
  }

  func count(in program: WorkbenchProgram) -> Int {
    program.demandRows.map { $0.service?.buyers.count ?? $0.services.count } ?? 0
  }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.demandRows.map { DemandView($0).words(ofRow: row) } ?? ""
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no trust buys a listed service" }

  func details(in program: WorkbenchProgram) -> [String] {
    program.demandRows.map { DemandView($0).details(ofRow: focus(in: program).index) } ?? []
  }

  func focusedFinding(in program: WorkbenchProgram) -> Finding? { nil }

  // MARK: Drawing

  func heading(in program: WorkbenchProgram) -> String {
    let service = program.demandRows.flatMap { rows in
      rows.service.map { rows.name(of: $0) }
    }
    return (["demand"] + [service].compactMap(\.self)).joined(separator: " › ")
  }

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    program.demandRows.map { DemandTable($0, width: columns).precision.mark } ?? ""
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard let rows = program.demandRows else { return }
    DemandView(rows).draw(on: &canvas, layout, focus: focus(in: program))
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    var rows = layout.detail
    for text in details(in: program) where !rows.isEmpty {
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2)
      rows = rows.dropFirst(used)
    }
  }

  func drawTotals(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard let rows = program.demandRows else { return }
    DemandTable(rows, width: layout.size.columns)
      .drawSums(row: layout.totals.lowerBound, on: &canvas)
  }
}

/// What is listed of the demand of a portfolio.
struct DemandRows {
  let portfolio: OpenPortfolio
  /// All services that trusts buy.
  let services: [ServiceDemand]
  /// The one whose trusts are listed; nil where services are.
  let service: ServiceDemand?
  /// Whether the columns are years, and not how trusts buy.
  let isByYear: Bool

  func name(of service: ServiceDemand) -> String {
    portfolio.index.programme.services[service.service].label
  }
}

extension WorkbenchProgram {
  fileprivate var demandRows: DemandRows? {
    portfolio.map { portfolio in
      let services = portfolio.demand
      let state = self[DemandScreen.self]
      return DemandRows(
        portfolio: portfolio, services: services,
        service: services.first { $0.service == state.service }, isByYear: state.isByYear)
    }
  }

  /// Why no row can be opened.
  fileprivate var noDemand: String? {
    noPortfolio ?? (focusedRow == nil ? "no trust buys a listed service" : nil)
  }

  /// Lists the trusts that buy the focused service, or the plans of the focused trust.
  fileprivate mutating func openDemand() {
    guard let rows = demandRows else { return }
    var state = self[DemandScreen.self]
    if let service = rows.service {
      go(to: .portfolio)
      portfolio?.list(partsOf: service.buyers[state.focus.index].trust)
    } else {
      leavePlace()
      state.service = rows.services[state.focus.index].service
      state.focus = ListFocus()
      self[DemandScreen.self] = state
    }
    noteArrival()
    reveal()
  }

  /// Copies the listed services or trusts as rows of a spreadsheet, with exact amounts.
  fileprivate mutating func copyDemand() -> [Effect] {
    guard let rows = demandRows else { return [] }
    let amounts = DemandAmounts(rows)
    let titles = ["cost"] + amounts.parts.map(\.title)
    func cells(_ parts: [Money]) -> [String] {
      ([parts.reduce(.zero, +)] + parts).map(\.shortest)
    }
    if let service = rows.service {
      return copy(
        copiedRows(of: service.buyers.indices, headings: ["trust"] + titles) { row in
          [rows.portfolio.name(of: service.buyers[row].trust)] + cells(amounts.exactParts(of: row))
        })
    }
    return copy(
      copiedRows(of: rows.services.indices, headings: ["service", "trusts"] + titles) { row in
        let service = rows.services[row]
        return [rows.name(of: service), String(service.buyers.count)]
          + cells(amounts.exactParts(of: row))
      })
  }

  /// Lists the services again, or what the user came from.
  fileprivate mutating func leaveDemand() -> [Effect] {
    if let effects = goToLastPlace() { return effects }
    screen = .portfolio
    reveal()
    return []
  }
}
