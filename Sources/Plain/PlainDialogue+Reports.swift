import Procurement
import Validation
import Workbench

extension PlainDialogue {
  /// How many lines of the plan are said at once.
  private static let portion = 20

  /// What a command that changes nothing has to say; nil for any other command.
  func report(on words: Words) -> [String]? {
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .show: return show
    case .list: return list(from: words)
    case .totals: return totals
    case .findings:
      let findings = workbench.judged.findings.map(\.words)
      return findings.isEmpty ? ["no findings"] : findings
    case .help: return help
    default: break
    }
    switch workbench.action(meantBy: words.first) {
    case .help, .palette: return help
    case .redraw: return show
    default: return nil
    }
  }

  // MARK: Actions

  private var help: [String] {
    var seen: Set<Action> = []
    let actions = workbench.actionsHere.filter { seen.insert($0.entry.action).inserted }
      .filter { ![.help, .palette, .redraw, .suspend].contains($0.entry.action) }
      .map { entry, hindrance in
        let reason = hindrance.map { "; not now: \($0)" } ?? ""
        return "\(entry.action.rawValue): \(entry.title)\(reason)"
      }
    let words = DialogueWord.allCases.filter(means).map { "\($0.usage): \($0.title)" }
    let fields = "a field is one of \(workbench.fieldNames.joined(separator: ", "))"
    return words + actions + (means(.set) ? [fields] : [])
  }

  /// Whether a word of the dialogue does something here.
  private func means(_ word: DialogueWord) -> Bool {
    switch (word, workbench.awaited) {
    case (.choose, .choice), (.type, .text), (.line, .action): true
    case (.set, .action): workbench.showsLines
    case (.choose, _), (.type, _), (.line, _), (.set, _): false
    case (.help, _): true
    case (.show, .answer), (.list, .answer), (.totals, .answer), (.findings, .answer): false
    case (.show, _), (.list, _), (.totals, _), (.findings, _): true
    }
  }

  // MARK: Lines

  private var show: [String] {
    guard workbench.showsLines else {
      return [workbench.focusInWords].compactMap { $0 } + workbench.focusDetails
    }
    guard let place = workbench.focusedPlace else {
      return ["the plan has no lines; `add-service` adds one"]
    }
    let line = workbench.plan.lines[place]
    let fields = workbench.fields(of: line)
      .map { "\($0.name): \($0.text.isEmpty ? "none" : $0.text)" }
    return [
      "\(line.id) \(workbench.name(ofLineAt: place)), \(place + 1) of "
        + "\(workbench.plan.lines.count)"
    ] + fields + judgement(at: place)
  }

  private func judgement(at place: Int) -> [String] {
    let judged = workbench.judged
    let verdict = judged.verdict(at: place)
    let funds = workbench.plan.funds
    let draws = judged.draws(at: place).map { draw in
      "\(draw.kind.rawValue) \(draw.year): \(draw.money.grouped) "
        + (draw.fund.map { "from \(funds[$0].id)" } ?? "unfunded")
    }
    return [
      "supply: \(verdict.supply?.rawValue ?? "none")", "pays: \(verdict.payer.rawValue)",
      "cost: \(verdict.cost.grouped)", "covered: \(verdict.covered.grouped)",
      "unfunded: \(verdict.unfunded.grouped)",
    ] + draws
      + judged.findings(at: place).sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
      .map(\.words)
  }

  private func list(from words: Words) -> [String] {
    let places = workbench.shownPlaces
    let count = places.count
    guard count > 0 else {
      return [
        workbench.plan.lines.isEmpty
          ? "the plan has no lines; `add-service` adds one"
          : "no line fits the filter; `show-all` shows all"
      ]
    }
    guard let first = words.rest.isEmpty ? 1 : words.number, (1...count).contains(first) else {
      return ["list from a number from 1 to \(count)"]
    }
    let last = first - 1 + min(PlainDialogue.portion, count - first + 1)
    let lines = places[first - 1..<last].map { workbench.summary(ofLineAt: $0) }
    return lines + [
      last < count
        ? "lines \(first) to \(last) of \(count); `list \(last + 1)` goes on"
        : "lines \(first) to \(last) of \(count)"
    ]
  }

  // MARK: Sums

  private var totals: [String] {
    let judged = workbench.judged
    let sum = judged.totals.all
    let amounts = [
      ("cost", sum.cost), ("programme", sum.programmeFunded), ("trust", sum.trustPayable),
      ("covered", sum.covered), ("unfunded", sum.unfunded),
    ]
    let funds = judged.balances.map { balance in
      "fund \(workbench.plan.funds[balance.fund].id) \(balance.year): "
        + "\(balance.available.grouped) available, \(balance.drawn.grouped) drawn"
    }
    return amounts.map { "\($0): \($1.grouped)" }
      + Supply.allCases.map { "\($0.rawValue) lines: \(judged.totals.lines($0))" }
      + Severity.allCases.reversed().map { "\($0.rawValue)s: \(judged.count($0))" } + funds
  }
}
