import Documents
import Procurement
import Text
import Validation

/// The report for programs.
extension PortfolioReport {
  /// The whole report; `england` is null if no plan could be read.
  var json: JSON {
    [
      "calloff": 1,
      "england": rows.map { $0.england.json($0.programme) } ?? .null,
      "clusters": list(\.clusters),
      "categories": list(\.categories),
      "trusts": .made { [rows] write in
        guard let rows else { return }
        for cluster in rows.tree.nodes(.cluster) {
          for trust in rows.trusts(of: cluster) { write(rows.trust(trust).json(rows.programme)) }
        }
      },
      "findings": .list(jointFindings.map(\.json)),
      "left_out": .list(earlier.map(\.json)),
      "files": .list(faulty.map(\.json)),
      "errors": .integer(england.findings(.error)),
      "warnings": .integer(england.findings(.warning)),
      "notes": .integer(england.findings(.note)),
      "waived": .integer(england.waived),
    ]
  }

  private func list(_ part: (PortfolioRows) -> [SumsRow]) -> JSON {
    guard let rows else { return [] }
    return .list(part(rows).map { $0.json(rows.programme) })
  }
}

extension SumsRow {
  fileprivate func json(_ programme: Programme) -> JSON {
    let found = FindingCode.allCases.filter { sums.findings($0) > 0 }
    let plans: [JSON.Member] =
      plans.map { [("plans", .integer($0))] } ?? []
    return .object(
      names + plans + coveredTrusts + [("lines", .integer(sums.lines))] + sums.split.members + [
        ("exclusive", .integer(sums.lines(.exclusive))),
        ("non_exclusive", .integer(sums.lines(.nonExclusive))),
        ("not_engaged", .integer(sums.lines(.notEngaged))),
        ("findings", .object(found.map { ($0.rawValue, .integer(sums.findings($0))) })),
        ("errors", .integer(sums.findings(.error))),
        ("warnings", .integer(sums.findings(.warning))),
        ("notes", .integer(sums.findings(.note))),
        ("waived", .integer(sums.waived)),
        ("expected", ExpectedShare(sums, of: programme)?.json ?? .null),
      ])
  }

  /// How many trusts have plans, and of how many registered ones; null without a register.
  private var coveredTrusts: [JSON.Member] {
    guard let trusts else { return [] }
    return [
      ("trusts", .integer(trusts)),
      ("covered_trusts", coverage.map { .integer($0.covered) } ?? .null),
      ("registered_trusts", coverage.map { .integer($0.registered) } ?? .null),
    ]
  }

  private var names: [JSON.Member] {
    switch subject {
    case .england: []
    case .cluster(let id): [("cluster", .text(id))]
    case .category(let id): [("category", .optional(id))]
    case .trust(let code, let cluster): [("trust", .text(code)), ("cluster", .text(cluster))]
    }
  }
}

extension ExpectedShare {
  fileprivate var json: JSON {
    [
      "figure": .text(figure.id), "year": .text(year.description),
      "amount": .text(figure.money.plain), "trusts_pay": .text(paid.plain),
      "share": .optional(decimal),
    ]
  }
}
