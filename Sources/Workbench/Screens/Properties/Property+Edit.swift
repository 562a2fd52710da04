import Procurement
import Text

extension Property {
  /// The edits that put a text into the field; throws, in words, where the text means nothing.
  func edits(putting text: String, in plan: Plan) throws(FieldFault) -> [Edit] {
    switch self {
    case .fundID(let fund): try renaming(fund: fund, to: try code(text, .id), in: plan)
    case .fundName(let fund): changing(fund, in: plan) { $0.name = text }
    case .fundPays(let fund):
      try changing(fund, in: plan, with: Fund.Pays(rawValue: text)) { $0.pays = $1 }
    case .fundCertainty(let fund):
      try changing(fund, in: plan, with: Fund.Certainty(rawValue: text)) { $0.certainty = $1 }
    case .available(let fund, let year):
      try setting(try AmountText.money(text), of: fund, in: year, plan)
    case .groupID(let group): try renaming(group: group, to: try code(text, .id), in: plan)
    case .groupName(let group): changing(group: group, in: plan) { $0.name = text }
    case .facility(let group): changing(group: group, in: plan) { $0.facility = text }
    case .members(let group):
      changing(group: group, in: plan, with: try codes(text)) { $0.members = $1 }
    case .title: changing(plan) { $0.title = text }
    case .trustCode:
      changing(plan, with: try code(text, .trust).uppercased()) { $0.trust.code = $1 }
    case .trustName: changing(plan) { $0.trust.name = text }
    case .trustKind:
      try changing(plan, with: Trust.Kind(rawValue: text)) { $0.trust.kind = $1 }
    case .trustCluster: changing(plan) { $0.trust.cluster = text }
    case .years: changing(plan, with: try years(text, in: plan)) { $0.years = $1 }
    case .asOf: changing(plan, with: try date(text)) { $0.asOf = $1 }
    }
  }

  // MARK: What a text means

  /// A code that is typed; it cannot be empty.
  private func code(_ text: String, _ kind: CodeKind) throws(FieldFault) -> String {
    let code = try kind.value(ofField: title, text)
    if code.isEmpty { throw FieldFault(words: "it cannot be empty; type a word") }
    return code
  }

  /// The codes of trusts that are typed, in capitals as registers have them.
  private func codes(_ text: String) throws(FieldFault) -> [String] {
    try CodeKind.trust.values(ofField: title, text).map { $0.uppercased() }
  }

  /// The day of a draft; nothing where the field is emptied.
  private func date(_ text: String) throws(FieldFault) -> CalendarDate? {
    if text.isEmpty { return nil }
    if let date = CalendarDate(text) { return date }
    throw FieldFault(
      words: "`\(text.withVisibleBlanks)` is not a date; write it as `2004-11-02`")
  }

  /// Years may be added and removed, but not those with costs.
  private func years(_ text: String, in plan: Plan) throws(FieldFault) -> [FinancialYear] {
    var years: [FinancialYear] = []
    for word in CodeKind.listed(text) {
      guard let year = FinancialYear(word) else {
        throw FieldFault(
          words: "`\(word.withVisibleBlanks)` is not a financial year; write years as `2004-05`")
      }
      if years.contains(year) { throw FieldFault(words: "`\(word)` is listed twice; remove one") }
      years.append(year)
    }
    if years.isEmpty { throw FieldFault(words: "a plan needs a year; write one as `2004-05`") }
    try refuseRemoval(ofYearsBut: years, in: plan)
    return years
  }

  /// Refuses to remove a year in which a line has a cost or a fund has money.
  private func refuseRemoval(
    ofYearsBut years: [FinancialYear], in plan: Plan
  ) throws(FieldFault) {
    for line in plan.lines {
      let amounts = ([line.cost] + line.alternatives.map(\.cost)).flatMap(\.amounts)
      guard let year = amounts.map(\.year).first(where: { !years.contains($0) }) else { continue }
      throw FieldFault(
        words: "\(line.id) has a cost in \(year); move it before removing the year")
    }
    for fund in plan.funds {
      guard let year = fund.available.keys.sorted().first(where: { !years.contains($0) }) else {
        continue
      }
      throw FieldFault(
        words: "fund \(fund.id) has money in \(year); clear it before removing the year")
    }
  }

  // MARK: Edits

  private func changing(
    _ fund: Int, in plan: Plan, _ change: (inout Fund) -> Void
  ) -> [Edit] {
    var changed = plan.funds[fund]
    change(&changed)
    return [.fund(at: fund, from: plan.funds[fund], to: changed)]
  }

  private func changing<Value>(
    _ fund: Int, in plan: Plan, with value: Value?, _ change: (inout Fund, Value) -> Void
  ) throws(FieldFault) -> [Edit] {
    guard let value else { throw FieldFault(words: "choose from the list") }
    return changing(fund, in: plan) { change(&$0, value) }
  }

  private func changing(
    group: Int, in plan: Plan, _ change: (inout BuyingGroup) -> Void
  ) -> [Edit] {
    var changed = plan.groups[group]
    change(&changed)
    return [.group(at: group, from: plan.groups[group], to: changed)]
  }

  private func changing<Value>(
    group: Int, in plan: Plan, with value: Value, _ change: (inout BuyingGroup, Value) -> Void
  ) -> [Edit] {
    changing(group: group, in: plan) { change(&$0, value) }
  }

  private func changing(_ plan: Plan, _ change: (inout Plan.Header) -> Void) -> [Edit] {
    var changed = plan.header
    change(&changed)
    return [.header(from: plan.header, to: changed)]
  }

  private func changing<Value>(
    _ plan: Plan, with value: Value, _ change: (inout Plan.Header, Value) -> Void
  ) -> [Edit] {
    changing(plan) { change(&$0, value) }
  }

  private func changing<Value>(
    _ plan: Plan, with value: Value?, _ change: (inout Plan.Header, Value) -> Void
  ) throws(FieldFault) -> [Edit] {
    guard let value else { throw FieldFault(words: "choose from the list") }
    return changing(plan) { change(&$0, value) }
  }

  private func setting(
    _ money: Money, of fund: Int, in year: FinancialYear, _ plan: Plan
  ) throws(FieldFault) -> [Edit] {
    let old = plan.funds[fund].available[year] ?? .zero
    let rest = plan.total.map { $0 - old } ?? Money(pence: .max)
    if rest.adding(money) == nil {
      throw FieldFault(words: Money.Fault.tooLarge.words)
    }
    return changing(fund, in: plan) { $0.available[year] = money == .zero ? nil : money }
  }

  /// A new name, for the lines that name the fund as well.
  private func renaming(fund: Int, to id: String, in plan: Plan) throws(FieldFault) -> [Edit] {
    let old = plan.funds[fund].id
    if id != old, plan.funds.contains(where: { $0.id == id }) {
      throw FieldFault(words: "another fund is called `\(id)`; type another name")
    }
    func renamed(_ value: LineValue) -> LineValue {
      guard case .funds(let funds) = value else { return value }
      return .funds(funds.map { $0 == old ? id : $0 })
    }
    return changing(fund, in: plan) { $0.id = id } + changing(.funds, in: plan, renamed)
  }

  /// What lines and their alternatives have in a field, under a new name.
  private func changing(
    _ field: LineField, in plan: Plan, _ renamed: (LineValue) -> LineValue
  ) -> [Edit] {
    plan.lines.indices.flatMap { place in
      let line = plan.lines[place]
      var alternatives = line.alternatives
      for place in alternatives.indices {
        alternatives[place].set(field, to: alternatives[place].value(of: field).map(renamed))
      }
      return [renamed(line.value(of: field)), .alternatives(alternatives)]
        .map { plan.setting($0, at: place) }.filter { !$0.isIdle }
    }
  }

  /// A new name, for the lines that name the group as well.
  private func renaming(group: Int, to id: String, in plan: Plan) throws(FieldFault) -> [Edit] {
    let old = plan.groups[group].id
    if id != old, plan.groups.contains(where: { $0.id == id }) {
      throw FieldFault(words: "another group is called `\(id)`; type another name")
    }
    return changing(group: group, in: plan) { $0.id = id }
      + changing(.group, in: plan) { $0 == .group(old) ? .group(id) : $0 }
  }
}
