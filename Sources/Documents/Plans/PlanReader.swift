import Procurement

/// Reads the nodes of a plan, the header first, because amounts are checked against its years.
final class PlanReader {
  private let clusters: [String]
  /// The years of the plan; nil if they could not be read, so amounts are not checked against them.
  private var years: Set<FinancialYear>?
  private var places = PlanPlaces(document: .start)
  private var texts = TextStore()

  init(clusters: [String]) { self.clusters = clusters }

  /// The whole document.
  var reading: Reading<PlanDocument> {
    .mapping("plan") { [self] plan in
      places = PlanPlaces(document: plan.place)
      _ = plan.required("calloff", version)
      let header = header(plan)
      let funds = plan.optional("funds", .list(of: fund), default: [])
      let groups = plan.optional("groups", .list(of: group), default: [])
      let lines = plan.optional("lines", .list(of: line), default: [])
      guard let header else { return nil }
      let whole = Plan(header: header, funds: funds, groups: groups, lines: lines)
      if whole.total == nil {
        plan.faults.add(
          "the amounts add up to more than the largest total that calloff supports; lower them",
          at: plan.place(of: "lines") ?? plan.place)
      }
      return PlanDocument(plan: whole, places: places)
    }
  }

  private var version: Reading<String> {
    .text.checked { text, _ in
      text == "1" ? nil : "\(quoted(text)) is not a version of plan documents; write `calloff: 1`"
    }
  }

  private func header(_ plan: MappingReader) -> Plan.Header? {
    let title = plan.required("title", .text)
    let trust = plan.required("trust", trust)
    let years = plan.required("years", Reading<[FinancialYear]>.planYears)
    let asOf = plan.optional("as_of", Reading<CalendarDate>.date)
    let waivers = plan.optional("waivers", Reading<[Waiver]>.waivers, default: [])
    self.years = years.map { Set($0) }
    guard let title, let trust, let years else { return nil }
    return Plan.Header(title: title, trust: trust, years: years, asOf: asOf, waivers: waivers)
  }

  private var trust: Reading<Trust> {
    .mapping("trust") { [clusters] trust in
      let code = trust.required("code", .trustCode)
      let name = trust.required("name", .text)
      let kind = trust.required("kind", Reading<Trust.Kind>.choice("kind"))
      let cluster = trust.required("cluster", .word(among: clusters, called: "cluster"))
      guard let code, let name, let kind, let cluster else { return nil }
      return Trust(code: code, name: name, kind: kind, cluster: cluster)
    }
  }

  private var fund: Reading<Fund> {
    let identifier = identifier(of: "fund")
    let amounts = amounts
    return .mapping("fund") { [self] fund in
      places.addFund(at: fund.place)
      let id = fund.required("id", identifier)
      let name = fund.optional("name", .text)
      let pays = fund.required("pays", Reading<Fund.Pays>.choice("kind of fund"))
      let certainty = fund.optional(
        "certainty", Reading<Fund.Certainty>.choice("certainty"), default: .confirmed)
      let available = fund.optional("available", amounts, default: [])
      guard let id, let pays else { return nil }
      return Fund(
        id: id, name: name ?? id, pays: pays, certainty: certainty,
        available: Dictionary(available) { first, _ in first })
    }
  }

  private var group: Reading<BuyingGroup> {
    let identifier = identifier(of: "group")
    return .mapping("group") { [self] group in
      places.addGroup(at: group.place)
      let id = group.required("id", identifier)
      let name = group.optional("name", .text)
      let facility = group.required("facility", .optionalCode(.supplier, "facility"))
      let members = group.required("members", .list(of: .trustCode))
      guard let id, let facility, let members else { return nil }
      return BuyingGroup(id: id, name: name ?? id, facility: facility, members: members)
    }
  }

  private var line: Reading<PlanLine> {
    let identifier = identifier(of: "line").map { [self] in texts.kept($0) }
    let cost = cost
    let text = Reading<String>.text.map { [self] in texts.kept($0) }
    let service = kept(.id, "service")
    let supplier = kept(.supplier, "supplier")
    let group = kept(.id, "group")
    let funds = Reading<[String]>.list(of: .optionalCode(.id, "fund"))
      .map { [self] in texts.kept($0) }
    // Made once, not for every line.
    let pacs = Reading<PACSOption>.choice("PACS option")
    let need = Reading<Need>.choice("need")
    let route = Reading<Route>.choice("route")
    let flag = Reading<Bool>.flag
    let waivers = Reading<[Waiver]>.waivers
    let alternatives = alternatives(supplier: supplier, group: group, funds: funds)
    return .mapping("line") { [self] reader in
      places.addLine(at: reader.place, keys: reader.entries)
      let id = reader.required("id", identifier)
      let service = reader.required("service", service)
      var line = PlanLine(id: id ?? "", service: service ?? "")
      line.pacs = reader.optional("pacs", pacs)
      line.need = reader.optional("need", need, default: .new)
      line.route = reader.optional("route", route)
      line.supplier = reader.optional("supplier", supplier)
      line.group = reader.optional("group", group)
      line.spineConnected = reader.optional("spine_connected", flag)
      line.crsInteroperable = reader.optional("crs_interoperable", flag)
      line.justification = reader.optional("justification", text)
      line.description = reader.optional("description", text)
      line.cost = reader.optional("cost", cost, default: Cost())
      line.funds = reader.optional("funds", funds, default: [])
      line.notes = reader.optional("notes", text)
      line.waivers = reader.optional("waivers", waivers, default: [])
      line.alternatives = reader.optional("alternatives", alternatives, default: [])
      return id == nil || service == nil ? nil : line
    }
  }

  /// A code on a line, stored in memory only once.
  private func kept(_ kind: CodeKind, _ noun: String) -> Reading<String> {
    Reading<String>.optionalCode(kind, noun).map { [self] in texts.kept($0) }
  }

  var cost: Reading<Cost> {
    let amounts = amounts
    return .mapping("cost") { reader in
      var cost = Cost()
      for kind in CostKind.allCases {
        for (year, money) in reader.optional(kind.rawValue, amounts, default: []) {
          cost[year, kind] = money
        }
      }
      return cost
    }
  }

  /// Amounts by year; a year outside the plan is a fault.
  private var amounts: Reading<[(FinancialYear, Money)]> {
    let table = Reading<[TableRow<FinancialYear, Money>]>.table(.year, .money)
    return Reading { [self] node, name, faults in
      guard let rows = table.value(of: node, called: name, faults: faults) else { return nil }
      for row in rows where years?.contains(row.key) == false {
        faults.add(
          "the year `\(row.key)` is not one of the plan's years; add it to `years`", at: row.place)
      }
      return rows.map { ($0.key, $0.value) }
    }
  }

  /// A unique id.
  func identifier(of noun: String) -> Reading<String> {
    var taken: [String: Place] = [:]
    return Reading { node, name, faults in
      guard let id = Reading.code(.id, noun).value(of: node, called: name, faults: faults)
      else { return nil }
      if let first = taken[id] {
        faults.add(
          "the \(noun) at \(first) already has the id \(quoted(id)); choose another",
          at: node.place)
        return nil
      }
      taken[id] = node.place
      return id
    }
  }
}

extension Reading where Value == [FinancialYear] {
  /// The years of a plan: at least one, each once.
  fileprivate static var planYears: Reading {
    Reading { node, name, faults in
      var seen: [FinancialYear: Place] = [:]
      let year = Reading<FinancialYear> { node, name, faults in
        guard let year = Reading<FinancialYear>.year.value(of: node, called: name, faults: faults)
        else { return nil }
        if let first = seen[year] {
          faults.add(
            "the year `\(year)` is listed twice, first at \(first); remove one",
            at: node.place)
        } else {
          seen[year] = node.place
        }
        return year
      }
      let years = list(of: year).value(of: node, called: name, faults: faults)
      if years?.isEmpty == true {
        faults.add(
          "the list of years is empty; add at least one, such as `2004-05`", at: node.place)
      }
      return years
    }
  }
}
