import Procurement

extension PlanEntry {
  /// What people call it: its name as a scenario, or else its title.
  public var name: String { filing.scenario?.name ?? header.title }
}

extension [PlanEntry] {
  /// The plans that count in portfolios: neither archived nor scenarios, and of a trust of which a
  /// plan is chosen only that.
  public var counted: [PlanEntry] {
    let chosen = Set(filter(\.filing.isChosen).map(\.header.trust.comparedCode))
    return filter { entry in
      guard !entry.filing.isArchived, entry.filing.scenario == nil else { return false }
      return entry.filing.isChosen || !chosen.contains(entry.header.trust.comparedCode)
    }
  }

  /// The plans in their order, each with its scenarios behind it, and archived ones last.
  public var inFamilies: [PlanEntry] {
    let tree = FamilyTree(self)
    let roots = filter { tree.parent(of: $0) == nil }
    let order = roots.filter { !$0.filing.isArchived } + roots.filter(\.filing.isArchived)
    return order.flatMap(tree.family)
  }

  /// A plan and all scenarios that were made of it, of these, and so on, also where a scenario is
  /// named: the plan first, each scenario behind its parent, and archived ones last.
  public func family(of number: PlanNumber) -> [PlanEntry] {
    guard var root = first(where: { $0.number == number }) else { return [] }
    let tree = FamilyTree(self)
    while let parent = tree.parent(of: root) { root = parent }
    let scenarios = tree.family(of: root).dropFirst()
    return [root] + scenarios.filter { !$0.filing.isArchived }
      + scenarios.filter(\.filing.isArchived)
  }
}

/// Which plans are scenarios of which. A parent is always older, so there is no circle.
private struct FamilyTree {
  private let entries: [PlanNumber: PlanEntry]
  private let children: [PlanNumber: [PlanEntry]]

  init(_ all: [PlanEntry]) {
    entries = Dictionary(all.map { ($0.number, $0) }) { first, _ in first }
    let scenarios = all.filter { $0.filing.scenario != nil }.sorted { $0.number < $1.number }
    children = Dictionary(grouping: scenarios) { $0.filing.scenario?.parent ?? $0.number }
  }

  /// The plan that a scenario was made of, where it is listed.
  func parent(of entry: PlanEntry) -> PlanEntry? {
    entry.filing.scenario.flatMap { $0.parent < entry.number ? entries[$0.parent] : nil }
  }

  /// A plan, and behind it what was made of it.
  func family(of entry: PlanEntry) -> [PlanEntry] {
    let children = (children[entry.number] ?? []).filter { $0.number > entry.number }
    return [entry] + children.flatMap(family)
  }
}
