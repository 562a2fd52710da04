import Canvas
import Interaction
import Procurement
import Text
import Validation

extension ScreenName {
  static let summary = ScreenName("summary")
}

extension Context {
  /// What a plan or a portfolio comes to.
  public static let summary = Context("summary", "the summary")
}

/// What the open plan, or a part of the portfolio, comes to: the page that a director is shown.
struct SummaryScreen: Screen {
  /// The focused row, and whether it is about the portfolio.
  struct State: ScreenState {
    var focus = ListFocus()
    var isOfPortfolio = false
  }

  static let name = ScreenName.summary
  let title = "summary"
  let context = Context.summary
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showSummary, "summary: money by year, category and supplier", "9", "Summary", "Sum")
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "list the lines or findings of the row", [.enter], in: [.summary])
        .hinted("list").unless { $0.noSummarySubject }.does { $0.listSummarySubject() },
      ActionEntry(.copy, "copy the summary as text", [.character("c")], in: [.summary])
        .hinted("copy").unless { $0.settings.display.copyDisabledReason }
        .asks { $0.copySummary() },
      ActionTable.wayBack(in: [.summary]),
    ]
  }

  func initialState(for programme: Programme) -> State { State() }

  func unavailable(in program: WorkbenchProgram) -> String? {
    program.portfolio == nil ? program.noPlan : nil
  }

  func enter(from previous: ScreenName, in program: inout WorkbenchProgram) -> [Effect] {
    if previous != name || !program.isPlanOpen {
      let isOfPortfolio =
        program.portfolio != nil
        && (previous == .portfolio || previous == .demand || !program.isPlanOpen)
      program[SummaryScreen.self] = State(isOfPortfolio: isOfPortfolio)
    }
    return []
  }

  func count(in program: WorkbenchProgram) -> Int { program.summaryPage?.rows.count ?? 0 }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.summaryPage?.words(ofRow: row) ?? ""
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no plan is open" }

  func focusedFinding(in program: WorkbenchProgram) -> Finding? { nil }

  // MARK: Drawing

  func detailRows(on size: Size, in program: WorkbenchProgram) -> Int? { 2 }

  func heading(in program: WorkbenchProgram) -> String { "summary: \(program.summaryTitle)" }

  func moneyMark(columns: Int, in program: WorkbenchProgram) -> String {
    program.summaryPage(columns: columns)?.mark ?? ""
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard let page = program.summaryPage(columns: layout.size.columns) else { return }
    let focus = focus(in: program)
    if let heading = layout.heading {
      canvas.write(page.counts, at: Position(row: heading, column: 2), role: .dim)
    }
    for (place, row) in zip(focus.top..<max(focus.top, page.rows.count), layout.list) {
      if place == focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      page.draw(place, on: &canvas, at: Position(row: row, column: 2))
    }
  }

  func details(in program: WorkbenchProgram) -> [String] {
    guard case .findings(let code)? = program.summarySubject else { return [] }
    return [Rulebook.description(of: code)?.summary ?? code.name]
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard program.noSummarySubject == nil else { return }
    let key = program.keymap.mention(.open, in: .summary)
    canvas.writeWrapped(
      (details(in: program) + ["\(key) lists what the row is about"]).joined(separator: " "),
      rows: layout.detail, columns: 0..<layout.size.columns, role: .dim)
  }

  /// How many findings there are: the page has the amounts, at a precision of its own.
  func drawTotals(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    guard let summary = program.summary else { return }
    var column = 0
    for severity in Severity.allCases.reversed() {
      let count = summary.count(severity)
      let words = "\(counted(count, severity.rawValue, isGrouped: true))  "
      column += canvas.write(
        words, at: Position(row: layout.totals.lowerBound, column: column),
        role: count > 0 ? severity.role : .dim)
    }
  }
}

extension WorkbenchProgram {
  /// What the summary is about.
  fileprivate var summaryTitle: String {
    if self[SummaryScreen.self].isOfPortfolio, let portfolio {
      return portfolio.path.map(portfolio.name(of:)).joined(separator: " › ")
    }
    return "\(plan.header.title), \(plan.header.trust.code) \(plan.header.trust.name)"
  }

  fileprivate var summary: MoneySummary? {
    if self[SummaryScreen.self].isOfPortfolio { return portfolio?.summary }
    return isPlanOpen ? assessment.moneySummary : nil
  }

  /// The summary's rows on a screen so wide; nil where there is nothing to sum up.
  fileprivate func summaryPage(columns: Int) -> SummaryPage? {
    // The mark of the focused row and a blank are before each row.
    summary.map { SummaryPage($0, title: summaryTitle, width: max(28, columns - 2)) }
  }

  fileprivate var summaryPage: SummaryPage? {
    // Who hears the rows hears all amounts, whatever fits a screen.
    summaryPage(columns: settings.isDialogue ? 120 : size.columns)
  }

  fileprivate var summarySubject: SummarySubject? {
    let focus = self[SummaryScreen.self].focus.index
    return summaryPage.flatMap { $0.rows.indices.contains(focus) ? $0.rows[focus].subject : nil }
  }

  /// Why the lines of the focused row cannot be listed.
  fileprivate var noSummarySubject: String? {
    if self[SummaryScreen.self].isOfPortfolio {
      return "this is the summary of several plans; \(mention(.showPortfolio)) lists them"
    }
    return summarySubject == nil ? "choose a fund, supply, category or error" : nil
  }

  /// Lists the lines or findings that the focused row is about.
  fileprivate mutating func listSummarySubject() {
    guard let subject = summarySubject else { return }
    do throws(FieldFault) {
      switch subject {
      case .lines(let text):
        go(to: .lines)
        try filterLines(by: text)
      case .findings(let code):
        go(to: .findings)
        // A finding on no line is listed only without a filter.
        let isOnLines = assessment.unwaivedCount(of: code) > 0
        if isOnLines { try filterLines(by: "finding:\(code.rawValue)") } else { showAllLines() }
      }
    } catch {
      message = Message(text: error.words, isError: true)
    }
    noteArrival()
    reveal()
  }

  /// Copies the summary as text, as wide as a page.
  fileprivate mutating func copySummary() -> [Effect] {
    guard let summary else { return [] }
    return copy(SummaryPage(summary, title: summaryTitle, width: 100).text)
  }
}
