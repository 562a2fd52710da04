package import Procurement
package import Text

extension JSON {
  /// A fund.
  package init(_ fund: Fund) {
    let available = fund.available.sorted { $0.key < $1.key }.map { year, money in
      ["year": .integer(year.start), "pence": .integer(Int(money.pence))] as JSON
    }
    var members: [Member] = [
      ("id", .text(fund.id)), ("name", .text(fund.name)), ("pays", .text(fund.pays.rawValue)),
    ]
    // Left out where it is as in steps that were written before funds had it.
    if fund.certainty != .confirmed {
      members.append(("certainty", .text(fund.certainty.rawValue)))
    }
    self = .object(members + [("available", .list(available))])
  }

  /// The fund in this value.
  package var fund: Fund {
    get throws(TypeMismatch) {
      var fund = Fund(
        id: try self["id"].text, name: try self["name"].text, pays: try self["pays"].word(),
        certainty: try member("certainty")?.word() ?? .confirmed)
      var sum = MoneySum()
      for value in try self["available"].values {
        let money = try value["pence"].money
        sum += money
        fund.available[try value["year"].year] = money
      }
      try sum.check()
      return fund
    }
  }

  /// A buying group.
  package init(_ group: BuyingGroup) {
    self = [
      "id": .text(group.id), "name": .text(group.name), "facility": .text(group.facility),
      "members": .texts(group.members),
    ]
  }

  /// The buying group in this value.
  package var buyingGroup: BuyingGroup {
    get throws(TypeMismatch) {
      BuyingGroup(
        id: try self["id"].text, name: try self["name"].text, facility: try self["facility"].text,
        members: try self["members"].texts)
    }
  }

  /// The title, trust and years of a plan.
  package init(_ header: Plan.Header) {
    var members: [Member] = [
      ("title", .text(header.title)), ("code", .text(header.trust.code)),
      ("name", .text(header.trust.name)), ("kind", .text(header.trust.kind.rawValue)),
      ("cluster", .text(header.trust.cluster)),
      ("years", .list(header.years.map { .integer($0.start) })),
    ]
    if let asOf = header.asOf { members.append(("as_of", .text(asOf.description))) }
    if !header.waivers.isEmpty { members.append(("waivers", JSON(header.waivers))) }
    self = .object(members)
  }

  /// The title, trust and years in this value.
  package var header: Plan.Header {
    get throws(TypeMismatch) {
      var years: [FinancialYear] = []
      for value in try self["years"].values { years.append(try value.year) }
      return Plan.Header(
        title: try self["title"].text,
        trust: Trust(
          code: try self["code"].text, name: try self["name"].text, kind: try self["kind"].word(),
          cluster: try self["cluster"].text),
        years: years, asOf: try member("as_of")?.day,
        waivers: try member("waivers")?.waivers ?? [])
    }
  }
}
