import Procurement
import Text

/// A plan document in JSON: the same structure as in YAML, with the same keys left out.
extension Plan {
  var json: JSON {
    var members: [JSON.Member] = [("calloff", 1)]
    if let asOf = header.asOf { members.append(("as_of", .text(asOf.description))) }
    members += [
      ("title", .text(header.title)),
      ("trust", header.trust.json),
      ("years", .texts(header.years.map(\.description))),
    ]
    if !funds.isEmpty { members.append(("funds", .list(funds.map(\.json)))) }
    if !groups.isEmpty { members.append(("groups", .list(groups.map(\.json)))) }
    if !lines.isEmpty {
      members.append(("lines", .made { write in for line in lines { write(line.json) } }))
    }
    if !header.waivers.isEmpty { members.append(("waivers", .list(header.waivers.map(\.json)))) }
    return .object(members)
  }
}

extension Trust {
  fileprivate var json: JSON {
    [
      "code": .text(code), "name": .text(name), "kind": .text(kind.rawValue),
      "cluster": .text(cluster),
    ]
  }
}

extension Fund {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [("id", .text(id))]
    if name != id { members.append(("name", .text(name))) }
    members.append(("pays", .text(pays.rawValue)))
    if certainty != .confirmed { members.append(("certainty", .text(certainty.rawValue))) }
    let amounts = available.sorted { $0.key < $1.key }.filter { $0.value != .zero }
    if !amounts.isEmpty {
      members.append(("available", .amounts(amounts.map { ($0.key, $0.value) })))
    }
    return .object(members)
  }
}

extension BuyingGroup {
  fileprivate var json: JSON {
    var object: [JSON.Member] = [("id", .text(id))]
    if name != id { object.append(("name", .text(name))) }
    object.append(("facility", .text(facility)))
    object.append(("members", .texts(members)))
    return .object(object)
  }
}

extension PlanLine {
  fileprivate var json: JSON {
    let fields: [(LineField, JSON?)] = [
      (.id, .text(id)), (.service, .text(service)), (.pacs, (pacs?.rawValue).map(JSON.text)),
      (.need, need == .new ? nil : .text(need.rawValue)),
      (.route, (route?.rawValue).map(JSON.text)), (.supplier, supplier.map(JSON.text)),
      (.group, group.map(JSON.text)),
      (.spineConnected, spineConnected.map(JSON.boolean)),
      (.crsInteroperable, crsInteroperable.map(JSON.boolean)),
      (.justification, justification.map(JSON.text)),
      (.description, description.map(JSON.text)),
      (.cost, cost.amounts.isEmpty ? nil : cost.json),
      (.funds, funds.isEmpty ? nil : .texts(funds)), (.notes, notes.map(JSON.text)),
      (.waivers, waivers.isEmpty ? nil : .list(waivers.map(\.json))),
      (.alternatives, alternatives.isEmpty ? nil : .list(alternatives.map(\.json))),
    ]
    return .object(fields.compactMap { field, value in value.map { (field.rawValue, $0) } })
  }
}

extension Alternative {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [("id", .text(id))]
    members += values.map { ($0.field.rawValue, $0.json) }
    if !cost.amounts.isEmpty { members.append((LineField.cost.rawValue, cost.json)) }
    return .object(members)
  }
}

extension LineValue {
  /// The value of a field that an alternative may have.
  fileprivate var json: JSON {
    switch self {
    case .pacs(let option): .optional(option?.rawValue)
    case .route(let route): .optional(route?.rawValue)
    case .supplier(let text), .group(let text), .justification(let text), .notes(let text):
      .optional(text)
    case .spineConnected(let flag), .crsInteroperable(let flag): flag.map(JSON.boolean) ?? .null
    case .funds(let ids): .texts(ids)
    case .id, .service, .need, .description, .amount, .cost, .waivers, .alternatives: .null
    }
  }
}

extension Cost {
  fileprivate var json: JSON {
    .object(
      CostKind.allCases.compactMap { kind in
        let amounts = amounts.filter { $0.kind == kind }
        return amounts.isEmpty
          ? nil : (kind.rawValue, .amounts(amounts.map { ($0.year, $0.money) }))
      })
  }
}

extension Waiver {
  fileprivate var json: JSON {
    ["code": .text(code.rawValue), "reason": .text(reason), "date": .text(date.description)]
  }
}

extension JSON {
  /// How many digits every reader of JSON keeps, since most read numbers as binary fractions.
  private static let exactDigits = 15

  /// Amounts by year, as numbers; an amount with too many digits is a text.
  fileprivate static func amounts(_ amounts: [(FinancialYear, Money)]) -> JSON {
    .object(
      amounts.map { year, money in
        let digits = money.shortest
        return (
          year.description,
          digits.utf8.count <= exactDigits ? .decimal(digits) : .text(digits)
        )
      })
  }
}
