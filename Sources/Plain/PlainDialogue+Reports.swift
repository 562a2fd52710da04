import Procurement
import Validation
import Workbench

extension PlainDialogue {
  /// How many lines of the plan are said at once.
  private static let portion = 20

  /// What becomes of a command that changes nothing; nil for any other command.
  func report(on words: Words) -> Course? {
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .show where words.rest.isEmpty: return .said(show)
    case .list: return list(from: words)
    case .totals where words.rest.isEmpty: return .said(totals)
    case .findings where words.rest.isEmpty:
      let findings =
        workbench.jointFindings?.map(\.words) ?? workbench.judged.findings.map(\.words)
      return .said(findings.isEmpty ? ["no findings"] : findings)
    case .help where words.rest.isEmpty: return .said(help)
    case .show, .totals, .findings, .help:
      return .refused("nothing may follow `\(words.first)`; enter it alone")
    default: break
    }
    guard words.rest.isEmpty else { return nil }
    switch workbench.action(meantBy: words.first) {
    case .help, .palette: return .said(help)
    case .redraw: return .said(show)
    default: return nil
    }
  }

  // MARK: Actions

  /// The actions that help does not list: words of the dialogue do the same, or they need a screen.
  private static let unlisted: Set<Action> = [
    .help, .palette, .redraw, .suspend, .quit, .explain,
  ]

  private var help: [String] {
    var seen: Set<Action> = []
    let actions = workbench.actionsHere.filter { seen.insert($0.entry.action).inserted }
      .filter { !PlainDialogue.unlisted.contains($0.entry.action) }
      .map { entry, unavailableReason in
        let reason = unavailableReason.map { "; not now: \($0)" } ?? ""
        return "\(entry.action.rawValue): \(entry.title)\(reason)"
      }
    let words = DialogueWord.allCases.filter(means).map { "\($0.usage): \($0.title)" }
    let fields = "a field is one of \(workbench.fieldNames.joined(separator: ", "))"
    return words + actions + (means(.set) ? [fields] : [])
  }

  /// Whether a word of the dialogue does something here.
  private func means(_ word: DialogueWord) -> Bool {
    switch (word, workbench.awaited) {
    case (.choose, .choice), (.type, .text): true
    case (.line, .action): workbench.isPlanOpen
    case (.set, .action): !workbench.fieldNames.isEmpty
    case (.explain, .action): workbench.isPlanOpen
    case (.open, .action): workbench.isInList && workbench.listCount > 0
    case (.choose, _), (.type, _), (.line, _), (.set, _), (.open, _), (.explain, _): false
    case (.help, _), (.quit, _): true
    case (.show, .answer), (.list, .answer), (.totals, .answer), (.findings, .answer): false
    case (.show, _), (.list, _): true
    case (.totals, _): workbench.isPlanOpen
    case (.findings, _): workbench.isPlanOpen || workbench.jointFindings != nil
    }
  }

  // MARK: Lines

  private var show: [String] {
    guard workbench.showsLines else {
      guard let focus = workbench.focusInWords else { return [workbench.emptyListWords] }
      return [focus] + workbench.focusDetails
    }
    guard let place = workbench.focusedPlace else { return [workbench.emptyListWords] }
    let line = workbench.plan.lines[place]
    let fields = workbench.fields(of: line)
      .map { "\($0.name): \($0.text.isEmpty ? "none" : $0.text)" }
    if let alternative = workbench.alternativeInWords {
      return [alternative.title] + fields + [alternative.outcome]
    }
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

  private func list(from words: Words) -> Course {
    let count = workbench.listCount
    if words.rest.isEmpty { return .said(list(from: 0)) }
    guard count > 0, let first = words.number, (1...count).contains(first) else {
      return .refused(
        count == 0 ? workbench.emptyListWords : "list from a number from 1 to \(count)")
    }
    return .said(list(from: first - 1))
  }

  /// What the present screen shows: its title, and the part of its rows with the focused one.
  var shown: [String] {
    let focused = workbench.focusedRow ?? 0
    return [workbench.listTitle]
      + list(from: focused / PlainDialogue.portion * PlainDialogue.portion)
  }

  /// A part of the rows of the present screen, and how to go on.
  private func list(from first: Int) -> [String] {
    let count = workbench.listCount
    guard first < count else { return [workbench.emptyListWords] }
    let last = min(first + PlainDialogue.portion, count)
    let noun = workbench.showsLines ? "lines" : "rows"
    let range = "\(noun) \(first + 1) to \(last) of \(count)"
    let focus = workbench.focusedRow.map { ", now at \(workbench.key(ofRow: $0))" } ?? ""
    let more = last < count ? "; `list \(last + 1)` goes on" : ""
    return (first..<last).map(row) + [range + focus + more]
  }

  /// A row with the key that opens it.
  private func row(_ row: Int) -> String {
    workbench.showsLines
      ? workbench.summary(ofLineAt: workbench.place(ofRow: row))
      : "\(workbench.key(ofRow: row)) \(workbench.words(ofRow: row))"
  }

  // MARK: Totals

  private var totals: [String] {
    let judged = workbench.judged
    let sum = judged.totals.all
    let amounts = [
      ("cost", sum.cost), ("programme", sum.programmeFunded), ("trust", sum.trustPayable),
      ("covered", sum.covered), ("unfunded", sum.unfunded),
      ("unfunded in any order of drawing", judged.leastUnfunded),
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
