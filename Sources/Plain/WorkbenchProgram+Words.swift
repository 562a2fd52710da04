import Procurement
import Validation
import Workbench

extension WorkbenchProgram {
  /// The plan in two lines: what it is, and its totals.
  var planInWords: [String] {
    let (header, count) = (plan.header, plan.lines.count)
    return [
      "\(header.title): \(header.trust.code) \(header.trust.name), "
        + "\(count) line\(count == 1 ? "" : "s")", totalsInBrief,
    ]
  }

  /// The totals that a change of a line moves.
  var totalsInBrief: String {
    let sum = judged.totals.all
    return "totals: cost \(sum.cost.grouped), unfunded \(sum.unfunded.grouped)"
  }

  /// The line at a place: what it is, how it is bought, and its findings.
  func summary(ofLineAt place: Int) -> String {
    let line = plan.lines[place]
    let parts = [
      "\(line.id) \(name(ofLineAt: place))", line.need.rawValue,
      line.route.map { "route \($0.rawValue)" } ?? "no route",
      line.supplier.map { "supplier \($0)" } ?? "no supplier",
      "cost \(judged.verdict(at: place).cost.grouped)",
    ]
    return parts.joined(separator: ", ") + "; " + verdict(ofLineAt: place)
  }

  /// The details of the line at a place: supply, who pays, what is missing, and its findings.
  func verdict(ofLineAt place: Int) -> String {
    let verdict = judged.verdict(at: place)
    let unfunded = verdict.unfunded == .zero ? nil : "\(verdict.unfunded.grouped) unfunded"
    let codes = Severity.allCases.reversed().flatMap { severity in
      verdict.findings.codes.filter { $0.severity == severity }
        .map { "\(severity.rawValue) \($0.rawValue)" }
    }
    return
      ([verdict.supply?.rawValue ?? "no supply verdict", "\(verdict.payer.rawValue) pays"]
      + [unfunded].compactMap { $0 } + (codes.isEmpty ? ["no findings"] : codes))
      .joined(separator: ", ")
  }

  /// The action that a word names here, by its name or by its key.
  func action(meantBy word: String) -> Action? {
    let entries = actionsHere.map(\.entry)
    let named = entries.first { $0.action.rawValue == word.lowercased() }
    return (named ?? entries.first { $0.keys.contains { $0.name == word } })?.action
  }
}

extension Action {
  /// Whether it goes to a screen.
  var isGoing: Bool {
    switch self {
    case .showPlan, .showBrowse, .showFindings, .showFunding, .showGroups, .showTrust, .showHistory,
      .showPortfolio, .showSummary, .showDemand, .allTrusts, .yearBars, .openPortfolio,
      .latestPlans, .showPlans, .showScenarios, .nextScreen, .previousScreen:
      true
    default: false
    }
  }
}
