import Documents
import Procurement
import Text
import Validation

/// The report for programs.
extension CheckReport {
  /// The whole report.
  var json: JSON {
    [
      "calloff": 1,
      "files": .list(documents.map { $0.json(self) }),
      "findings": .list(jointFindings.map(\.json)),
      "left_out": .list(earlier.map(\.json)),
      "errors": .integer(count(.error)),
      "warnings": .integer(count(.warning)),
      "notes": .integer(count(.note)),
      "waived": .integer(waivedCount),
    ]
  }
}

extension CheckedDocument {
  fileprivate func json(_ report: CheckReport) -> JSON {
    switch result {
    case .judged(let judgement): judgement.json(file: name, report)
    case .refused(let file): file.json
    }
  }
}

extension Judgement {
  fileprivate func json(file: String, _ report: CheckReport) -> JSON {
    let plan = assessment.plan
    let rearrangement: [JSON.Member] =
      report.explainsFunding
      ? [("rearrangement", assessment.rearrangement?.json ?? .null)] : []
    return .object(
      [
        ("file", .text(file)),
        ("title", .text(plan.header.title)),
        ("trust", .text(plan.header.trust.code)),
        (
          "lines",
          .made { write in
            for index in plan.lines.indices { write(line(at: index, report.index.programme)) }
          }
        ),
        ("totals", totals),
        (
          "findings",
          .made { write in
            for finding in findings { write(finding.json(at: place(of: finding))) }
          }
        ),
        ("shortages", .list(assessment.shortages.map { $0.json(for: plan) })),
      ] + rearrangement)
  }

  private func line(at index: Int, _ programme: Programme) -> JSON {
    let verdict = assessment.verdict(at: index)
    return [
      "id": .text(assessment.plan.lines[index].id),
      "category": .optional(verdict.category.map { programme.categories[$0].id }),
      "supply": .optional(verdict.supply?.rawValue),
      "cost": .text(verdict.cost.plain),
      "programme_funded": .text(verdict.programmeFunded.plain),
      "trust_payable": .text(verdict.trustPayable.plain),
      "covered": .text(verdict.covered.plain),
      "unfunded": .text(verdict.unfunded.plain),
      "unconfirmed": .text(verdict.unconfirmed.plain),
    ]
  }

  private var totals: JSON {
    let totals = assessment.totals
    return .object(
      totals.all.members + [
        ("least_unfunded", .text(assessment.leastUnfunded.plain)),
        ("exclusive", .integer(totals.lines(.exclusive))),
        ("non_exclusive", .integer(totals.lines(.nonExclusive))),
        ("not_engaged", .integer(totals.lines(.notEngaged))),
      ])
  }
}
