public import Procurement
import Text

/// Writes a plan as a document in YAML or JSON.
///
/// Defaults and empty values are left out, and the order of keys is fixed. So equal plans have
/// equal bytes, and a small change to a plan is a small change to its file.
public func write(_ plan: Plan, as form: DocumentForm = .yaml) -> [UInt8] {
  guard form == .yaml else { return plan.json.documentBytes }
  var writer = PlanWriter()
  writer.write(plan)
  return writer.text.bytes
}

/// Lays out a plan document: some parts are on one line in braces, others on several lines.
private struct PlanWriter {
  var text = YAMLText()

  mutating func write(_ plan: Plan) {
    text.bytes.reserveCapacity(512 + 320 * plan.lines.count)
    text.append("calloff: 1\n")
    if let asOf = plan.header.asOf { text.append("as_of: \(asOf)\n") }
    text.append("title: ")
    text.appendScalar(plan.header.title, inFlow: false)
    text.append("\ntrust: {code: ")
    text.appendScalar(plan.header.trust.code, inFlow: true)
    append(", name: ", plan.header.trust.name)
    text.append(", kind: ")
    text.append(plan.header.trust.kind.rawValue)
    append(", cluster: ", plan.header.trust.cluster)
    text.append("}\nyears: [")
    for (index, year) in plan.header.years.enumerated() {
      if index > 0 { text.append(", ") }
      text.append(year)
    }
    text.append("]\n")
    if !plan.funds.isEmpty { text.append("funds:\n") }
    for fund in plan.funds { write(fund) }
    if !plan.groups.isEmpty { text.append("groups:\n") }
    for group in plan.groups { write(group) }
    if !plan.lines.isEmpty { text.append("lines:\n") }
    for line in plan.lines { write(line) }
    if !plan.header.waivers.isEmpty {
      text.append("waivers: ")
      append(plan.header.waivers)
      text.append("\n")
    }
  }

  private mutating func write(_ fund: Fund) {
    append("  - {id: ", fund.id)
    if fund.name != fund.id { append(", name: ", fund.name) }
    text.append(", pays: ")
    text.append(fund.pays.rawValue)
    if fund.certainty != .confirmed {
      text.append(", certainty: ")
      text.append(fund.certainty.rawValue)
    }
    let amounts = fund.available.sorted { $0.key < $1.key }.filter { $0.value != .zero }
    if !amounts.isEmpty {
      text.append(", available: ")
      append(amounts.lazy.map { ($0.key, $0.value) })
    }
    text.append("}\n")
  }

  private mutating func write(_ group: BuyingGroup) {
    append("  - {id: ", group.id)
    if group.name != group.id { append(", name: ", group.name) }
    append(", facility: ", group.facility)
    text.append(", members: ")
    append(group.members)
    text.append("}\n")
  }

  private mutating func write(_ line: PlanLine) {
    text.append("  - id: ")
    text.appendScalar(line.id, inFlow: false)
    text.append("\n")
    field(.service, line.service)
    field(.pacs, line.pacs?.rawValue)
    field(.need, line.need == .new ? nil : line.need.rawValue)
    field(.route, line.route?.rawValue)
    field(.supplier, line.supplier)
    field(.group, line.group)
    field(.spineConnected, line.spineConnected)
    field(.crsInteroperable, line.crsInteroperable)
    field(.justification, line.justification)
    field(.description, line.description)
    if !line.cost.amounts.isEmpty {
      key(.cost)
      append(line.cost)
      text.append("\n")
    }
    if !line.funds.isEmpty {
      key(.funds)
      append(line.funds)
      text.append("\n")
    }
    field(.notes, line.notes)
    if !line.waivers.isEmpty {
      key(.waivers)
      append(line.waivers)
      text.append("\n")
    }
    if !line.alternatives.isEmpty { text.append("    alternatives:\n") }
    for alternative in line.alternatives { write(alternative) }
  }

  private mutating func write(_ alternative: Alternative) {
    append("      - {id: ", alternative.id)
    for value in alternative.values {
      text.append(", ")
      text.append(value.field.rawValue)
      text.append(": ")
      appendInFlow(value)
    }
    if !alternative.cost.amounts.isEmpty {
      text.append(", cost: ")
      append(alternative.cost)
    }
    text.append("}\n")
  }

  /// Appends the value of a field that an alternative may have.
  private mutating func appendInFlow(_ value: LineValue) {
    switch value {
    case .pacs(let option): appendInFlow(option?.rawValue)
    case .route(let route): appendInFlow(route?.rawValue)
    case .supplier(let words), .group(let words), .justification(let words), .notes(let words):
      appendInFlow(words)
    case .spineConnected(let flag), .crsInteroperable(let flag):
      text.append(flag.map { $0 ? "true" : "false" } ?? "~")
    case .funds(let ids): append(ids)
    case .id, .service, .need, .description, .amount, .cost, .waivers, .alternatives: break
    }
  }

  private mutating func appendInFlow(_ words: String?) {
    guard let words else { return text.append("~") }
    text.appendScalar(words, inFlow: true)
  }

  private mutating func key(_ field: LineField) {
    text.append("    ")
    text.append(field.rawValue)
    text.append(": ")
  }

  private mutating func field(_ field: LineField, _ value: String?) {
    guard let value else { return }
    key(field)
    text.appendScalar(value, inFlow: false)
    text.append("\n")
  }

  private mutating func field(_ field: LineField, _ value: Bool?) {
    guard let value else { return }
    key(field)
    text.append(value ? "true\n" : "false\n")
  }

  private mutating func append(_ key: String, _ value: String) {
    text.append(key)
    text.appendScalar(value, inFlow: true)
  }

  private mutating func append(_ words: [String]) {
    text.append("[")
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(", ") }
      text.appendScalar(word, inFlow: true)
    }
    text.append("]")
  }

  private mutating func append(_ waivers: [Waiver]) {
    text.append("[")
    for (index, waiver) in waivers.enumerated() {
      text.append(index > 0 ? ", {code: " : "{code: ")
      text.append(waiver.code.rawValue)
      append(", reason: ", waiver.reason)
      text.append(", date: ")
      text.append(waiver.date.description)
      text.append("}")
    }
    text.append("]")
  }

  private mutating func append(_ cost: Cost) {
    var isFirst = true
    text.append("{")
    for kind in CostKind.allCases {
      let amounts = cost.amounts.lazy.filter { $0.kind == kind }
      guard !amounts.isEmpty else { continue }
      text.append(isFirst ? "" : ", ")
      text.append(kind.rawValue)
      text.append(": ")
      append(amounts.map { ($0.year, $0.money) })
      isFirst = false
    }
    text.append("}")
  }

  private mutating func append(_ amounts: some Sequence<(FinancialYear, Money)>) {
    var isFirst = true
    text.append("{")
    for (year, money) in amounts {
      text.append(isFirst ? "" : ", ")
      text.append(year)
      text.append(": ")
      text.append(money.shortest)
      isFirst = false
    }
    text.append("}")
  }
}
