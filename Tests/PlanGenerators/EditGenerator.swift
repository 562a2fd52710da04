package import Procurement

/// Random edits of a plan: of every kind, most of them valid.
package struct EditGenerator {
  package var plans: PlanGenerator

  package init(seed: UInt64) {
    plans = PlanGenerator(seed: seed)
  }

  /// An edit that can be applied to the plan.
  package mutating func edit(of plan: Plan) -> Edit {
    switch plans.random.number(0...99) {
    case ..<60 where !plan.lines.isEmpty:
      let place = plans.random.number(0...plan.lines.count - 1)
      return plan.setting(value(at: place, in: plan), at: place)
    case ..<74:
      let end = plan.lines.count
      let place = plans.random.chance(40) ? end : plans.random.number(0...end)
      return .insert(newLine(in: plan), at: place)
    case ..<82 where !plan.lines.isEmpty:
      let place = plans.random.number(0...plan.lines.count - 1)
      return .remove(plan.lines[place], at: place)
    case ..<90 where !plan.lines.isEmpty:
      let old = plans.random.number(0...plan.lines.count - 1)
      let new = plans.random.number(0...plan.lines.count - 1)
      return .move(line: plan.lines[old].id, from: old, to: new)
    case ..<93: return fund(in: plan)
    case ..<96: return group(in: plan)
    default: return .header(from: plan.header, to: header(like: plan))
    }
  }

  /// An edit that cannot be applied: its line does not exist, or its place or id is not its own.
  package mutating func misfit(in plan: Plan) -> Edit {
    let gone = PlanLine(id: "gone", service: "future")
    let fund = Fund(id: "gone", name: "", pays: .either)
    let group = BuyingGroup(id: "gone", name: "", facility: "bt", members: [])
    var misfits: [Edit] = [
      .set(line: "gone", from: .need(.new), to: .need(.retain)),
      .insert(newLine(in: plan), at: plan.lines.count + 1),
      .insert(newLine(in: plan), at: -1),
      .remove(gone, at: 0),
      .move(line: "gone", from: 0, to: 0),
      .fund(at: plan.funds.count, from: fund, to: nil),
      .fund(at: -1, from: nil, to: fund),
      .fund(at: 0, from: fund, to: nil),
      .group(at: plan.groups.count + 1, from: nil, to: group),
      .group(at: 0, from: group, to: nil),
    ]
    if let line = plan.lines.last {
      misfits.append(.move(line: line.id, from: plan.lines.count - 1, to: plan.lines.count))
      misfits.append(.move(line: line.id, from: plan.lines.count - 1, to: -1))
      misfits.append(.insert(line, at: 0))
      if plan.lines.count > 1 {
        misfits.append(.set(line: plan.lines[0].id, from: .id(plan.lines[0].id), to: .id(line.id)))
      }
    }
    if let fund = plan.funds.last { misfits.append(.fund(at: 0, from: nil, to: fund)) }
    if let group = plan.groups.last { misfits.append(.group(at: 0, from: nil, to: group)) }
    return plans.random.pick(misfits)
  }

  /// A value for any field of the line at a place.
  package mutating func value(at place: Int, in plan: Plan) -> LineValue {
    let other = plans.line("", in: plan)
    let values: [LineValue] = [
      .id(plans.random.chance(50) ? plan.unusedLineID : plan.lines[place].id),
      .service(other.service), .pacs(other.pacs),
      .pacs(plans.pacs()), .need(other.need), .route(other.route), .supplier(other.supplier),
      .group(other.group), .spineConnected(other.spineConnected),
      .crsInteroperable(other.crsInteroperable), .justification(other.justification),
      .description(plans.description()), .cost(other.cost), .funds(other.funds),
      .notes(other.notes), .waivers(other.waivers), .waivers(plans.waivers()), amount(in: plan),
      amount(in: plan), amount(in: plan),
    ]
    return plans.random.pick(values)
  }

  private mutating func amount(in plan: Plan) -> LineValue {
    .amount(
      plans.random.pick(plan.header.years), plans.random.pick(CostKind.allCases),
      plans.random.chance(25) ? .zero : plans.money())
  }

  private mutating func newLine(in plan: Plan) -> PlanLine {
    plans.line(plan.unusedLineID, in: plan)
  }

  private mutating func fund(in plan: Plan) -> Edit {
    let place = plans.random.number(0...plan.funds.count)
    guard place < plan.funds.count, plans.random.chance(70) else {
      let ids = plan.funds.map(\.id)
      let id = ["capital", "running", "nowhere"].first { !ids.contains($0) } ?? "extra\(ids.count)"
      guard !ids.contains(id) else { return .fund(at: 0, from: plan.funds.first, to: nil) }
      let fund = plans.fund(id, years: plan.header.years, lines: plan.lines.count)
      return .fund(at: place, from: nil, to: fund)
    }
    let old = plan.funds[place]
    let new = plans.fund(old.id, years: plan.header.years, lines: plan.lines.count)
    return .fund(at: place, from: old, to: plans.random.chance(30) ? nil : new)
  }

  private mutating func group(in plan: Plan) -> Edit {
    let place = plans.random.number(0...plan.groups.count)
    guard place < plan.groups.count, plans.random.chance(70) else {
      let ids = plan.groups.map(\.id)
      let id = ["thames", "nobody", "north"].first { !ids.contains($0) }
      guard let id else { return .group(at: 0, from: plan.groups.first, to: nil) }
      return .group(at: place, from: nil, to: plans.group(id))
    }
    let old = plan.groups[place]
    return .group(at: place, from: old, to: plans.random.chance(30) ? nil : plans.group(old.id))
  }

  private mutating func header(like plan: Plan) -> Plan.Header {
    var header = plans.header()
    if plans.random.chance(70) { header.years = plan.header.years }
    return header
  }
}
