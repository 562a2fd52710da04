import Procurement

/// Finds the sibling facts of the lines of a plan: which lines repeat a service, and which PACS
/// options the plan has.
///
/// Its memory has room for all services of the programme with their options, and is reused.
struct SiblingFinder {
  /// Whether a line with a key has been seen, by `ServiceKey.number`.
  private var isMet: [Bool]
  /// Lines with PACS options: their places, and whether each is the first with its key.
  private var imaging: [(place: Int, isFirst: Bool)] = []

  init(_ programme: Programme) {
    isMet = Array(repeating: false, count: ServiceKey.count(programme))
  }

  /// Sets the findings on the lines at places in ascending order, which must include all lines of
  /// their services. Returns the number of expected services without a line among them.
  @discardableResult
  mutating func judge(
    _ places: some Sequence<Int>, of lines: LineColumns, _ strings: ResolvedStrings,
    _ tables: RuleTables, _ findings: inout [FindingSet]
  ) -> Int {
    imaging.removeAll(keepingCapacity: true)
    for place in places {
      let service = strings.services[Int(lines.services[place])]
      findings[place] = findings[place].subtracting(tables.siblingCodes)
      guard let number = service.place else { continue }
      let option = service.option(lines.traits[place])
      let key = Int(ServiceKey(service: number, option: option).number)
      let isFirst = !isMet[key]
      isMet[key] = true
      if service.kind.hasPACSOptions {
        imaging.append((place, isFirst))
      } else {
        let siblings = SiblingFacts(of: service, nil, isFirst: isFirst) { _ in false }
        let resembles = service.isUnlisted && strings.resembles[Int(lines.descriptions[place])]
        findings[place].formUnion(
          tables.findings(SiblingCase(option: 0, siblings, resembles: resembles)))
      }
    }
    for (place, isFirst) in imaging {
      let service = strings.services[Int(lines.services[place])]
      let traits = lines.traits[place]
      guard let number = service.place else { continue }
      let siblings = SiblingFacts(of: service, traits.pacs, isFirst: isFirst) { option in
        isMet[Int(ServiceKey(service: number, option).number)]
      }
      findings[place].formUnion(
        tables.findings(SiblingCase(option: traits.option, siblings, resembles: false)))
    }
    let unplanned = unplanned(strings.index)
    for key in isMet.indices { isMet[key] = false }
    return unplanned
  }

  /// The number of expected services for which a plan does not have a line (C103).
  mutating func unplanned(_ lines: LineColumns, _ strings: ResolvedStrings) -> Int {
    for id in lines.services {
      guard let service = strings.services[Int(id)].place else { continue }
      isMet[Int(ServiceKey(service: service, option: 0).number)] = true
    }
    defer { for key in isMet.indices { isMet[key] = false } }
    return unplanned(strings.index)
  }

  private func unplanned(_ index: ProgrammeIndex) -> Int {
    index.unplannedServices { service in
      let first = service * ServiceKey.optionCount
      return isMet[first..<first + ServiceKey.optionCount].contains(true)
    }.count
  }
}
