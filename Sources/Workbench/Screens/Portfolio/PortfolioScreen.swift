import Canvas
import Procurement
import Text
import Validation

extension ScreenName {
  static let portfolio = ScreenName("portfolio")
}

/// The plans of many trusts, and what they come to.
struct PortfolioScreen: Screen {
  static let name = ScreenName.portfolio
  let title = "the plans of many trusts, and what they come to"
  let context = Context.portfolio
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showPortfolio, "a portfolio: England, its clusters, trusts and plans", "8",
    "Portfolio", "Port")
  let isAboutPlan = false
  let showsPast = false

  func isInTurn(in program: WorkbenchProgram) -> Bool { program.portfolio != nil }

  // The rows are the portfolio's, which edits of the open plan rearrange.
  func focus(in program: WorkbenchProgram) -> ListFocus { program.portfolio?.focus ?? ListFocus() }

  func setFocus(_ focus: ListFocus, in program: inout WorkbenchProgram) {
    program.portfolio?.focus = focus
  }

  func count(in program: WorkbenchProgram) -> Int { program.portfolio?.rows.count ?? 0 }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.portfolio.map { program.rowWords(ofNode: $0.rows[row], in: $0) } ?? ""
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no portfolio is open" }

  func details(in program: WorkbenchProgram) -> [String] {
    guard let portfolio = program.portfolio, let node = portfolio.focused else { return [] }
    return program.spokenWords(ofNode: node, in: portfolio)
  }

  // MARK: Filters

  func filterHelp(in program: WorkbenchProgram) -> [String] {
    let names =
      program.portfolio?.isFlat == true
      ? "words of a trust's name, its code or its region: acute RXX \"two words\" -without"
      : "words, all of which a name on any level below has: acute \"two words\" -without"
    return [
      names,
      "like unfunded>0 cost>=2m errors>0 finding:S101; there are cost programme trust covered "
        + "unfunded errors warnings notes",
    ]
  }

  func filterText(in program: WorkbenchProgram) -> String { program.portfolio?.filter?.text ?? "" }

  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {
    program.portfolio?.show(try NodeFilter(text))
  }

  func isChanged(in program: WorkbenchProgram) -> Bool {
    guard let portfolio = program.portfolio else { return false }
    return portfolio.filter != nil || portfolio.order != nil || portfolio.isFlat
      || portfolio.node != portfolio.top
  }

  func choice(in program: WorkbenchProgram) -> [String] {
    guard let portfolio = program.portfolio else { return [] }
    return [
      portfolio.filter?.text ?? "", String(portfolio.isFlat), String(describing: portfolio.order),
    ]
  }

  func place(in program: WorkbenchProgram) -> (any Sendable)? { program.portfolio?.place }

  func show(_ place: any Sendable, in program: inout WorkbenchProgram) {
    if let visited = place as? Visited { program.portfolio?.show(visited) }
  }

  func showAll(in program: inout WorkbenchProgram) { program.showWholePortfolio() }

  func rowStates(in program: WorkbenchProgram) -> [String] {
    guard let portfolio = program.portfolio else { return [] }
    var states: [String] = []
    if let filter = portfolio.filter { states.append(shownFilter(filter.text)) }
    if portfolio.isFlat { states.append("all trusts") }
    if !portfolio.leftOut.isEmpty { states.append("some left out") }
    if program.settings.latestOnly { states.append("latest plans") }
    return states
  }

  func figures(in program: WorkbenchProgram) -> ShownFigures? {
    program.portfolio?.shownFigures
  }

  // MARK: Drawing

  /// Four rows, or more where the details need them and the list does not.
  func detailRows(on size: Size, in program: WorkbenchProgram) -> Int? {
    guard let portfolio = program.portfolio, let node = portfolio.focused else { return 4 }
    let needed = program.words(ofNode: node, in: portfolio)
      .reduce(0) { $0 + $1.wrapped(columns: size.columns, hanging: 2).count }
    let free = size.rows - headRows(on: size, in: program) - 7 - portfolio.rows.count
    return max(4, min(needed, free))
  }

  func heading(in program: WorkbenchProgram) -> String {
    guard !program.isLoading, let portfolio = program.portfolio else {
      return "calloff: portfolio"
    }
    let covered = portfolio.coverage(of: portfolio.node).map { ", \($0.words)" } ?? ""
    return portfolio.path.map(portfolio.name(of:)).joined(separator: " › ") + covered
  }

  func headRows(on size: Size, in program: WorkbenchProgram) -> Int {
    guard let portfolio = program.portfolio else { return 0 }
    return size.rows >= 16 ? portfolio.path.count : 1
  }

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    program.portfolio.map { NodeTable($0, width: columns).mark } ?? ""
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PortfolioView(program).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PortfolioView(program).drawDetail(on: &canvas, layout)
  }

  func drawTotals(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    PortfolioView(program).drawTotals(on: &canvas, layout)
  }
}
