package import Procurement
package import Text

/// The value of a field is an object with one member, named like the field, or `amount` for one
/// amount of a cost.
extension JSON {
  /// A value for a field of a line.
  package init(_ value: LineValue) {
    let content: JSON =
      switch value {
      case .id(let text), .service(let text): .text(text)
      case .pacs(let option): .optional(option?.rawValue)
      case .need(let need): .text(need.rawValue)
      case .route(let route): .optional(route?.rawValue)
      case .supplier(let text), .group(let text), .justification(let text), .description(let text),
        .notes(let text):
        .optional(text)
      case .spineConnected(let flag), .crsInteroperable(let flag): flag.map(JSON.boolean) ?? .null
      case .amount(let year, let kind, let money): JSON(year, kind, money)
      case .cost(let cost): JSON(cost)
      case .funds(let funds): .texts(funds)
      case .waivers(let waivers): JSON(waivers)
      case .alternatives(let alternatives): .list(alternatives.map { JSON($0) })
      }
    if case .amount = value {
      self = ["amount": content]
    } else {
      self = .object([(value.field.rawValue, content)])
    }
  }

  /// The value for a field of a line.
  package var lineValue: LineValue {
    get throws(TypeMismatch) {
      let member = try onlyMember
      if member.key == "amount" {
        let (year, kind, money) = try member.value.amount
        return .amount(year, kind, money)
      }
      guard let field = LineField(rawValue: member.key) else {
        throw TypeMismatch(expected: "a field")
      }
      return try member.value.value(for: field)
    }
  }

  /// This value read as that of a field.
  package func value(for field: LineField) throws(TypeMismatch) -> LineValue {
    switch field {
    case .id: .id(try text)
    case .service: .service(try text)
    case .pacs: .pacs(try optionalWord())
    case .need: .need(try word())
    case .route: .route(try optionalWord())
    case .supplier: .supplier(try optionalText)
    case .group: .group(try optionalText)
    case .spineConnected: .spineConnected(try optionalFlag)
    case .crsInteroperable: .crsInteroperable(try optionalFlag)
    case .justification: .justification(try optionalText)
    case .description: .description(try optionalText)
    case .cost: .cost(try cost)
    case .funds: .funds(try texts)
    case .notes: .notes(try optionalText)
    case .waivers: .waivers(try waivers)
    case .alternatives: .alternatives(try alternatives)
    }
  }
}

// MARK: Costs and waivers

extension JSON {
  private init(_ year: FinancialYear, _ kind: CostKind, _ money: Money) {
    self = [
      "year": .integer(year.start), "kind": .text(kind.rawValue),
      "pence": .integer(Int(money.pence)),
    ]
  }

  private var amount: (FinancialYear, CostKind, Money) {
    get throws(TypeMismatch) {
      (try self["year"].year, try self["kind"].word(), try self["pence"].money)
    }
  }

  /// A line's cost.
  package init(_ cost: Cost) { self = .list(cost.amounts.map { JSON($0.year, $0.kind, $0.money) }) }

  /// The cost in this value, checked to have a total.
  package var cost: Cost {
    get throws(TypeMismatch) {
      var cost = Cost()
      var sum = MoneySum()
      for value in try values {
        let (year, kind, money) = try value.amount
        sum += money
        cost[year, kind] = money
      }
      try sum.check()
      return cost
    }
  }

  /// The waivers of a line.
  package init(_ waivers: [Waiver]) {
    self = .list(
      waivers.map { waiver in
        [
          "code": .text(waiver.code.rawValue), "reason": .text(waiver.reason),
          "date": .text(waiver.date.description),
        ]
      })
  }

  /// The waivers in this value.
  package var waivers: [Waiver] {
    get throws(TypeMismatch) {
      var waivers: [Waiver] = []
      for value in try values {
        waivers.append(
          Waiver(
            code: try value["code"].word(), reason: try value["reason"].text,
            date: try value["date"].day))
      }
      return waivers
    }
  }
}
