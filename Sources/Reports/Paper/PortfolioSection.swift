import Procurement
import Text
import Validation

/// The sections on the clusters and trusts of a portfolio, and on its findings.
struct PortfolioSection {
  /// The most findings on several plans that are listed; the rest are counted.
  private static let mostListed = 200

  private let assessment: PortfolioAssessment
  private let joint: PortfolioFindings
  private let words: PaperWords

  init(_ assessment: PortfolioAssessment, _ joint: PortfolioFindings, _ words: PaperWords) {
    self.assessment = assessment
    self.joint = joint
    self.words = words
  }

  private var tree: PortfolioTree { assessment.tree }

  var clusterNames: String {
    tree.nodes(.cluster).map { words.cluster(tree.nodes[$0].name) }.joined(separator: ", ")
  }

  // MARK: Clusters and trusts

  private static let numbers =
    ["Plans", "Lines"] + PaperWords.splitTitles + ["Errors", "Warnings"]

  var clusters: BoardPaper.Section {
    let rows = tree.nodes(.cluster).map { node in
      row(node, PaperTable.Cell(words.cluster(tree.nodes[node].name)))
    }
    return BoardPaper.Section(
      id: "clusters", title: "Regions (clusters)",
      blocks: [
        .table(
          PaperTable(
            caption: "Sums by region (£)", heading: "Region", numbers: PortfolioSection.numbers,
            rows: rows, total: row(0, "England"))),
        .paragraph(
          joint.all.isEmpty
            ? ""
            : "Errors and warnings are those on single plans. Findings on several plans together "
              + "are listed below."),
      ].filter(\.isShown))
  }

  var trusts: BoardPaper.Section {
    let tables = tree.nodes(.cluster).map { cluster in
      // The order of codes, as in other reports.
      let trusts = tree.nodes[cluster].children.sorted { tree.nodes[$0].name < tree.nodes[$1].name }
      return BoardPaper.Block.table(
        PaperTable(
          caption: "Trusts in \(words.cluster(tree.nodes[cluster].name)) (£)", heading: "Trust",
          numbers: PortfolioSection.numbers,
          rows: trusts.map { trust in
            row(trust, PaperTable.Cell(tree.nodes[trust].name, details: [name(of: trust)]))
          },
          total: row(cluster, "All")))
    }
    return BoardPaper.Section(id: "trusts", title: "Trusts", blocks: tables)
  }

  private func row(_ node: Int, _ heading: PaperTable.Cell) -> PaperTable.Row {
    let sums = assessment.sums(of: node)
    return PaperTable.Row(
      heading: heading,
      numbers: [tree.nodes[node].plans.grouped, sums.lines.grouped] + words.numbers(sums.split)
        + [sums.findings(.error).grouped, sums.findings(.warning).grouped])
  }

  /// The name of a trust, as its first plan has it.
  private func name(of trust: Int) -> String {
    let plan = tree.nodes[trust].children.first.flatMap { tree.nodes[$0].plan }
    return plan.map { assessment.header(ofPlan: $0).trust.name } ?? ""
  }

  // MARK: Findings

  /// How many trusts are named of which plans share a year.
  private static let mostNamed = 5

  /// That money is in the sums more than once, where plans of a trust share a year; else empty.
  var countedTwice: String {
    let shared = joint.all.filter { $0.code == .G101 }
    guard !shared.isEmpty else { return "" }
    let named = shared.prefix(PortfolioSection.mostNamed)
    let rest = shared.count - named.count
    let trusts =
      named.map { finding in
        let name = finding.plans.first.map { assessment.header(ofPlan: $0).trust.name } ?? ""
        return "\(name) (\(finding.trust ?? ""), \(counted(finding.plans.count, "plan")))"
      } + (rest == 0 ? [] : ["\(rest.grouped) more"])
    let verb = shared.count == 1 ? "has" : "have"
    let undated =
      shared.contains { !hasLatest($0.plans) }
      ? " Which of them is the latest is not known, since their “as of” dates are missing or the "
        + "same."
      : ""
    return "Money is counted more than once in these figures: \(series(trusts, "and")) \(verb) "
      + "several plans for the same financial year.\(undated)"
  }

  /// Whether one plan of a trust is later than all others by its date.
  private func hasLatest(_ plans: [Int]) -> Bool {
    let dates = plans.map { assessment.header(ofPlan: $0).asOf ?? .earliest }
    return dates.count { $0 == dates.max() } == 1
  }

  func findings(_ summary: MoneySummary) -> BoardPaper.Section {
    let several = joint.all
    let listed = several.prefix(PortfolioSection.mostListed)
    let rest = several.count - listed.count
    let blocks: [BoardPaper.Block] =
      [
        .paragraph(summary.findings.isEmpty ? "The rules find nothing." : ""),
        .table(counts(summary)), .table(table(Array(listed))),
        .paragraph(rest == 0 ? "" : "\(rest.grouped) more findings on several plans exist."),
      ]
      + ClauseTable.blocks(
        clauses(summary).filter { !$0.isReading }, "What the article says on this")
    return BoardPaper.Section(
      id: "findings", title: "Findings", blocks: blocks.filter(\.isShown))
  }

  private func counts(_ summary: MoneySummary) -> PaperTable {
    PaperTable(
      caption: "Findings by kind, the worst first", heading: "Finding", texts: ["Severity"],
      numbers: ["Findings"],
      rows: summary.findings.map { found in
        PaperTable.Row(
          heading: PaperTable.Cell(
            Rulebook.description(of: found.code)?.summary ?? found.code.name,
            details: [citations(of: found.code)]),
          texts: ["\(found.code.severity.rawValue)"], numbers: [found.count.grouped])
      },
      total: PaperTable.Row(
        heading: "All", texts: [""],
        numbers: [summary.findings.reduce(0) { $0 + $1.count }.grouped]))
  }

  private func table(_ findings: [PortfolioFinding]) -> PaperTable {
    PaperTable(
      caption: "Findings on several plans together", heading: "Finding",
      texts: ["Severity", "What is wrong", "Plans"],
      rows: findings.map { finding in
        PaperTable.Row(
          heading: "\(finding.code.rawValue)",
          texts: [
            "\(finding.severity.rawValue)",
            PaperTable.Cell(
              words.sentence(finding.message), details: [finding.cites.joined(separator: "; ")]),
            PaperTable.Cell("", details: finding.plans.prefix(8).map(title(ofPlan:))),
          ])
      })
  }

  private func title(ofPlan plan: Int) -> String {
    "\(assessment.header(ofPlan: plan).title) (\(assessment.source(ofPlan: plan)))"
  }

  private func citations(of code: FindingCode) -> String {
    code.basis(assessment.index.programme.clauses(for: code).map(\.citation))
  }

  /// The clauses behind findings of the kinds that there are.
  private func clauses(_ summary: MoneySummary) -> [Clause] {
    let codes = Set(summary.findings.map(\.code))
    return assessment.index.programme.clauses.filter { !codes.isDisjoint(with: $0.findings) }
  }

  /// The readings that decide on lines of the categories that there are, and those behind findings.
  func readings(_ summary: MoneySummary) -> [Clause] {
    let programme = assessment.index.programme
    let present = Set(summary.categories.map(\.id))
    let categories = programme.categories.indices.filter {
      present.contains(programme.categories[$0].id)
    }
    let found = Set(clauses(summary).map(\.id))
    return programme.clauses.filter { clause in
      clause.isReading
        && (found.contains(clause.id)
          || clause.decidesOnSupply
            && (clause.categories.isEmpty || clause.categories.contains(where: categories.contains)))
    }
  }
}
