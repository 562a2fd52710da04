import Documents
import Procurement
import Text
import Validation

/// The report for programs.
extension DiffReport {
  /// The whole report.
  var json: JSON {
    let (old, new) = (comparison.before.totals.all.parts, comparison.after.totals.all.parts)
    let difference: [JSON.Member] = zip(old, new).map { old, new in
      (old.key, .text((new.money - old.money).plain))
    }
    return [
      "calloff": 1,
      "same": .boolean(comparison.isEmpty),
      "before": before.json,
      "after": after.json,
      "difference": .object(difference),
      "years": .list(comparison.changesByYear.map(\.json)),
      "funding": .list(comparison.funding.map(\.json)),
      "plan": .list(header.map(\.json)),
      "funds": .list(funds.map { $0.json("name", "available") }),
      "groups": .list(groups.map { $0.json("name", nil) }),
      "lines": .made { write in
        for entry in lines { write(entry.json("title", "cost")) }
      },
      "came": .made { write in
        for finding in comparison.came { write(finding.json()) }
      },
      "went": .made { write in
        for finding in comparison.went { write(finding.json()) }
      },
    ]
  }
}

extension DiffSide {
  fileprivate var json: JSON {
    [
      "file": .text(name),
      "title": .text(assessment.plan.header.title),
      "trust": .text(assessment.plan.header.trust.code),
      "totals": .object(assessment.totals.all.members),
    ]
  }
}

extension AmountChange {
  fileprivate var json: JSON {
    [
      "year": .optional(year?.description), "part": .text(part.rawValue),
      "before": .text(before.plain), "after": .text(after.plain), "difference": .text(change.plain),
    ]
  }
}

extension FundingChange {
  fileprivate var json: JSON {
    [
      "line": .text(line),
      "unfunded": ["before": .text(before.plain), "after": .text(after.plain)],
    ]
  }
}

extension DiffEntry {
  /// The entry, its title and its money under the keys given; places count from one.
  fileprivate func json(_ titleKey: String, _ moneyKey: String?) -> JSON {
    var members: [JSON.Member] = [
      ("change", .text(change.rawValue)), ("id", .text(id)), (titleKey, .text(title)),
    ]
    if let moneyKey { members.append((moneyKey, .optional(money?.plain))) }
    members.append(("fields", .list(fields.map(\.json))))
    let moved: JSON? = move.map { move in
      ["from": .integer(move.from + 1), "to": .integer(move.to + 1)]
    }
    members.append(("moved", moved ?? .null))
    return .object(members)
  }
}

extension FieldChange {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [("field", .text(field))]
    if let kind { members.append(("kind", .text(kind.rawValue))) }
    if let year { members.append(("year", .text(year.description))) }
    return .object(members + [("from", from.json), ("to", to.json)])
  }
}
