import Procurement
import Text
import Validation

/// The section on what the paper takes for granted: readings of the article, the order of drawing,
/// and money that is not confirmed.
enum AssumptionSection {
  static func section(
    readings: [Clause], unconfirmed: Money, of programme: Programme
  ) -> BoardPaper.Section {
    var assumptions = [
      "Amounts are exact. Costs and funds are those of the plan; nothing is estimated.",
      "Funds pay for lines in the order of the plan, in a year capital before revenue.",
    ]
    if unconfirmed > .zero {
      assumptions.append(
        "\(unconfirmed.inWords) of what funds cover is counted although its funds are only expected "
          + "or bid for.")
    }
    if let source = programme.source("article") ?? programme.sources.first {
      assumptions.append("The rules come from: \(source.title).")
    }
    let intro =
      readings.isEmpty
      ? []
      : [
        BoardPaper.Block.paragraph(
          "Where the article is silent or can be read in more than one way, the judgement relies "
            + "on these readings.")
      ]
    return BoardPaper.Section(
      id: "assumptions", title: "Assumptions",
      blocks: [.list(assumptions)] + intro
        + ClauseTable.blocks(readings, "Readings of the article relied on"))
  }
}

extension Programme {
  /// The readings that decide who may supply lines of some kinds and who pays, and those among
  /// other clauses.
  func readings(on kinds: [LineKind], and clauses: [Clause]) -> [Clause] {
    let cited = Set(clauses.map(\.id))
    return self.clauses.filter { clause in
      clause.isReading
        && (cited.contains(clause.id)
          || clause.decidesOnSupply
            && kinds.contains { clause.concerns($0.kind, of: $0.service) })
    }
  }
}

extension Clause {
  /// Whether it says who may supply lines or who pays for them.
  var decidesOnSupply: Bool { topics.contains(.supply) || topics.contains(.payment) }
}

/// The kind of a line, and its service.
struct LineKind: Hashable {
  let kind: DecisionTable.Case
  let service: String
}

extension Assessment {
  /// The kinds of the plan's lines, each once.
  var lineKinds: [LineKind] {
    var services: [String: Service] = [:]
    for service in index.programme.services { services[service.id] = service }
    var kinds: Set<LineKind> = []
    plan.lines.forEach { line in
      guard let service = services[line.service] else { return }
      let option: Decision.OptionCase =
        service.hasPACSOptions ? line.pacs.map(Decision.OptionCase.option) ?? .missing : .plain
      let kind = DecisionTable.Case(
        category: service.category, option: option, need: line.need, route: line.route)
      kinds.insert(LineKind(kind: kind, service: service.id))
    }
    return Array(kinds)
  }
}
