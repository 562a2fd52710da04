import Procurement
import Text
import Validation

/// The section on what plans come to: the same figures as `calloff summary`.
struct SummarySection {
  /// How many suppliers and funds are listed; the others are added up.
  static let mostListed = 20
  /// How many funds have a bar.
  private static let mostBars = 12

  private let summary: MoneySummary
  private let words: PaperWords

  init(_ summary: MoneySummary, _ words: PaperWords) {
    self.summary = summary.keepingFirst(SummarySection.mostListed)
    self.words = words
  }

  /// The section, with sentences on what is not counted in it; `caution` says what is counted twice.
  func section(
    waived: Int, unfundedByOrder: Money = .zero, caution: String = ""
  ) -> BoardPaper.Section {
    var blocks: [BoardPaper.Block] = [
      .paragraph(opening), .figures(figures), .paragraph(caution),
      .paragraph(findings(waived: waived)),
    ]
    if unfundedByOrder > .zero {
      blocks.append(
        .paragraph(
          "\(unfundedByOrder.inWords) of what is unfunded could be paid if lines drew on the funds "
            + "in another order."))
    }
    blocks += [.chart(yearChart), .table(years)]
    blocks += [.chart(fundChart)].filter { _ in !summary.funds.isEmpty }
    blocks += [summary.funds.isEmpty ? .paragraph("The plan has no funds.") : .table(funds)]
    blocks += [.chart(supplyChart), .table(supplies), .table(categories), .table(suppliers)]
    return BoardPaper.Section(id: "summary", title: "Summary", blocks: blocks.filter(\.isShown))
  }

  // MARK: Sentences

  private var opening: String {
    let total = summary.total
    let plans =
      summary.plans == 1
      ? "The plan has \(counted(summary.lines, "line", isGrouped: true))"
      : "\(counted(summary.plans, "plan", isGrouped: true)) of "
        + "\(counted(summary.trusts, "trust", isGrouped: true)) have "
        + counted(summary.lines, "line", isGrouped: true)
    let trust = summary.trusts == 1 ? "The trust pays" : "Trusts pay"
    let unconfirmed =
      total.unconfirmed == .zero
      ? ""
      : " Of what is covered, \(total.unconfirmed.inWords) comes from funds that are not confirmed."
    return "\(plans), which cost \(total.cost.inWords). The programme pays "
      + "\(total.programmeFunded.inWords) of that. \(trust) \(total.trustPayable.inWords): funds "
      + "cover \(total.covered.inWords), and \(total.unfunded.inWords) is unfunded.\(unconfirmed)"
  }

  private var figures: [BoardPaper.Fact] {
    [
      ("Cost", summary.total.cost), ("Programme pays", summary.total.programmeFunded),
      ("Funds cover", summary.total.covered), ("Unfunded", summary.total.unfunded),
    ].map { BoardPaper.Fact(name: $0, text: "£\(words.number($1))") }
  }

  private func findings(waived: Int) -> String {
    let counts = Severity.allCases.reversed().map { severity in
      counted(summary.count(severity), severity.rawValue, isGrouped: true)
    }
    let rest = waived == 0 ? "" : " \(waived.grouped) more \(waived == 1 ? "is" : "are") waived."
    return "The rules find \(series(counts, "and"))." + rest
  }

  // MARK: Charts

  private var yearChart: BarChart {
    chart(
      "years", "Spend by year, and who pays",
      summary.years.map { ($0.year.description, $0.split) })
  }

  private var supplyChart: BarChart {
    chart(
      "supply", "Spend by who may supply",
      summary.supplies.map { ($0.titled.name, $0.split) })
  }

  private func chart(_ id: String, _ title: String, _ rows: [(String, Split)]) -> BarChart {
    BarChart(
      id: id, title: title, parts: [.programme, .covered, .unfunded],
      bars: rows.map { label, split in
        BarChart.Bar(
          label: label, amount: "£\(words.number(split.cost))",
          parts: [split.programmeFunded, split.covered, split.unfunded])
      })
  }

  private var fundChart: BarChart {
    BarChart(
      id: "funds", title: "Use of funds", parts: [.drawn, .left],
      bars: summary.keepingFirst(SummarySection.mostBars).funds.map { fund in
        BarChart.Bar(
          label: title(of: fund), amount: "£\(words.number(fund.whole.available))",
          parts: [fund.whole.drawn, fund.whole.left])
      })
  }

  // MARK: Tables

  private var years: PaperTable {
    PaperTable(
      caption: "Spend by financial year (£)", heading: "Year",
      numbers: PaperWords.splitTitles,
      rows: summary.years.map {
        PaperTable.Row(heading: "\($0.year.description)", numbers: words.numbers($0.split))
      },
      total: PaperTable.Row(heading: "All years", numbers: words.numbers(summary.total)))
  }

  private var funds: PaperTable {
    let rows = summary.funds.flatMap { fund in
      zip(summary.years, fund.years).filter { $1.available > .zero }.map { year, use in
        PaperTable.Row(
          heading: PaperTable.Cell(title(of: fund)), texts: ["\(year.year.description)"],
          numbers: numbers(use))
      }
    }
    let wholes = summary.funds.map(\.whole)
    let sums = [\MoneySummary.Use.available, \.drawn, \.left].map { amount in
      words.number(wholes.reduce(.zero) { $0 + $1[keyPath: amount] })
    }
    return PaperTable(
      caption: "Funds: what is available, drawn and left (£)", heading: "Fund", texts: ["Year"],
      numbers: ["Available", "Drawn", "Left"], rows: rows,
      total: PaperTable.Row(heading: "All funds", texts: [""], numbers: sums))
  }

  /// What a fund is called: with its id where another has the same name, and with how sure its money
  /// is where that is in question.
  private func title(of fund: MoneySummary.FundPart) -> String {
    let isNameShared = summary.funds.count { $0.name == fund.name } > 1
    let id = isNameShared ? fund.id.map { " (\($0))" } ?? "" : ""
    return switch fund.certainty {
    case .expected: "\(fund.name)\(id), expected"
    case .bid: "\(fund.name)\(id), bid for"
    case .confirmed, nil: fund.name + id
    }
  }

  private func numbers(_ use: MoneySummary.Use) -> [String] {
    [use.available, use.drawn, use.left].map(words.number)
  }

  private var supplies: PaperTable {
    table("Spend by who may supply (£)", "Who may supply", summary.supplies.map(\.titled))
  }

  private var categories: PaperTable {
    table("Spend by category of service (£)", "Category", summary.categories.map(\.titled))
  }

  private var suppliers: PaperTable {
    table(
      "Spend by supplier (£)", "Supplier", summary.suppliers.map { $0.id == nil ? $0.titled : $0 })
  }

  private func table(
    _ caption: String, _ heading: String, _ parts: [MoneySummary.Part]
  ) -> PaperTable {
    PaperTable(
      caption: caption, heading: heading, numbers: ["Lines"] + PaperWords.splitTitles,
      rows: parts.map { part in
        PaperTable.Row(
          heading: PaperTable.Cell(part.name),
          numbers: [part.lines.grouped] + words.numbers(part.split))
      },
      total: PaperTable.Row(
        heading: "All", numbers: [summary.lines.grouped] + words.numbers(summary.total)))
  }
}

extension BoardPaper.Block {
  /// Whether there is anything to read.
  var isShown: Bool {
    switch self {
    case .paragraph(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .figures(let facts): !facts.isEmpty
    case .table(let table): !table.rows.isEmpty
    case .chart(let chart): !chart.isEmpty
    }
  }
}

extension MoneySummary.Part {
  /// The same with a capital first letter of its name.
  fileprivate var titled: MoneySummary.Part {
    var part = self
    part.name = name.asTitle
    return part
  }
}

extension String {
  /// The same with a capital first letter.
  var asTitle: String { prefix(1).uppercased() + dropFirst() }
}
