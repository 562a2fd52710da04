import Procurement
import Validation

extension WorkbenchProgram {
  /// The fields that the present screen lists.
  var properties: [Property] { Property.list(on: screen, of: plan) }

  private var property: Property? {
    let properties = properties
    return properties.indices.contains(records.index) ? properties[records.index] : nil
  }

  /// Opens the focused field: a list of choices, or typing.
  mutating func openProperty() {
    guard let property else { return }
    if let menu = ChoiceMenu(property, in: &assessment) {
      return show(menu)
    }
    let editor = FieldEditor(
      target: .property(property, original: plan.outside),
      input: input(property.text(in: plan)))
    panes.append(.field(editor))
  }

  /// Puts what is typed into the plan as far as it is valid, and is to be seen before it is taken.
  mutating func type(_ text: String, into property: Property) throws(FieldFault) {
    let edits = try property.edits(putting: text, in: plan)
    guard property.isLive else { return }
    apply(edits, near: place)
  }

  /// Takes what was typed as one step of the history.
  mutating func take(_ text: String, for property: Property, original: Plan.Outside) {
    put(original)
    do throws(FieldFault) {
      let edits = try property.edits(putting: text, in: plan)
      carryOut("\(property.title) \(text)", edits.filter { !$0.isIdle })
    } catch {
      message = Message(text: error.words, isError: true)
    }
  }

  /// Puts funds, groups and head back as they were.
  mutating func put(_ original: Plan.Outside) {
    apply(plan.edits(back: original), near: place)
  }

  mutating func addRecord() {
    switch screen {
    case .funding:
      let id = unused("fund", among: plan.funds.map(\.id))
      let fund = Fund(id: id, name: "New fund", pays: .either)
      carryOut("adding fund \(id)", [.fund(at: plan.funds.count, from: nil, to: fund)])
    case .groups:
      let id = unused("group", among: plan.groups.map(\.id))
      let lsp = assessment.index.programme.cluster(plan.header.trust.cluster)?.lsp ?? ""
      let group = BuyingGroup(
        id: id, name: "New group", facility: lsp, members: [plan.header.trust.code])
      carryOut("adding group \(id)", [.group(at: plan.groups.count, from: nil, to: group)])
    default: return
    }
    records.index = properties.lastIndex(where: \.isHead) ?? 0
    reveal()
  }

  mutating func removeRecord() {
    switch property {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .available(let fund, _):
      let old = plan.funds[fund]
      carryOut("removing fund \(old.id)", [.fund(at: fund, from: old, to: nil)])
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      let old = plan.groups[group]
      carryOut("removing group \(old.id)", [.group(at: group, from: old, to: nil)])
    default: message = Message(text: "this belongs to every plan; \(mention(.open)) changes it")
    }
  }

  private func unused(_ word: String, among ids: [String]) -> String {
    var number = ids.count + 1
    while ids.contains("\(word)-\(number)") { number += 1 }
    return "\(word)-\(number)"
  }
}

extension Plan {
  /// What a plan says outside its lines.
  struct Outside: Sendable {
    let header: Header
    let funds: [Fund]
    let groups: [BuyingGroup]
  }

  var outside: Outside { Outside(header: header, funds: funds, groups: groups) }

  /// The edits that put back what was there when nothing was added or removed since.
  func edits(back original: Outside) -> [Edit] {
    let head: [Edit] = header == original.header ? [] : [.header(from: header, to: original.header)]
    let funds = zip(funds, original.funds).enumerated().compactMap { place, pair in
      pair.0 == pair.1 ? nil : Edit.fund(at: place, from: pair.0, to: pair.1)
    }
    let groups = zip(groups, original.groups).enumerated().compactMap { place, pair in
      pair.0 == pair.1 ? nil : Edit.group(at: place, from: pair.0, to: pair.1)
    }
    return head + funds + groups
  }
}
