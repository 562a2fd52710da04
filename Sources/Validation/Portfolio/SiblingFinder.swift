import Procurement

/// Finds what the lines of a plan are to one another: which repeat a purchase, and which PACS options
/// it has beside which.
///
/// Its memory has room for all services of the programme with their options, and is reused.
struct SiblingFinder {
  /// Whether a line of a service, need and option has come already, by `ServiceKey.number`.
  private var isMet: [Bool]
  private var purchases: MetPurchases
  /// Lines with PACS options: their places, and whether each is the first with its key.
  private var imaging: [(place: Int, isFirst: Bool)] = []

  init(_ programme: Programme) {
    isMet = Array(repeating: false, count: ServiceKey.count(programme))
    purchases = MetPurchases(services: programme.services.count)
  }

  /// Sets the findings on lines at places in ascending order: all lines of the services that are
  /// among them. Returns what these services leave out of a plan for a kind of trust.
  @discardableResult
  mutating func judge(
    _ places: some Sequence<Int>, of plan: PortfolioPlan, _ strings: ResolvedStrings,
    _ tables: RuleTables, _ findings: inout [FindingSet]
  ) -> UnplannedServices {
    let lines = plan.lines
    imaging.removeAll(keepingCapacity: true)
    for place in places {
      let service = strings.services[Int(lines.services[place])]
      findings[place] = findings[place].subtracting(tables.siblingCodes)
      guard service.place != nil else { continue }
      let traits = lines.traits[place]
      let purchase = strings.purchase(lines.services[place], traits, lines.descriptions[place])
      let isFirst = purchases.insert(purchase)
      isMet[Int(purchase.service.number)] = true
      if service.kind.hasPACSOptions {
        imaging.append((place, isFirst))
      } else if !isFirst || service.isUnlisted {
        let siblings: SiblingFacts =
          isFirst || service.isUnlisted ? [] : .repeatsEarlierLine
        let resembles = service.isUnlisted && strings.resembles[Int(lines.descriptions[place])]
        findings[place].formUnion(
          tables.findings(SiblingCase(traits.need, option: 0, siblings, resembles: resembles)))
      }
    }
    judgeImaging(lines, strings, tables, &findings)
    let unplanned = unplanned(of: plan.header.trust.kind, strings.index)
    forget()
    return unplanned
  }

  private func judgeImaging(
    _ lines: LineColumns, _ strings: ResolvedStrings, _ tables: RuleTables,
    _ findings: inout [FindingSet]
  ) {
    for (place, isFirst) in imaging {
      let service = strings.services[Int(lines.services[place])]
      let traits = lines.traits[place]
      guard let number = service.place else { continue }
      let siblings = SiblingFacts(
        of: service, traits.pacs, isFirst: isFirst,
        plan: PlannedOptions(ofService: number) { isMet[$0] })
      findings[place].formUnion(
        tables.findings(
          SiblingCase(traits.need, option: traits.option, siblings, resembles: false)))
    }
  }

  /// What the services of a plan's lines leave out.
  mutating func unplanned(_ plan: PortfolioPlan, _ strings: ResolvedStrings) -> UnplannedServices {
    for id in plan.lines.services {
      guard let service = strings.services[Int(id)].place else { continue }
      isMet[Int(ServiceKey(service: service, .new, option: 0).number)] = true
    }
    defer { forget() }
    return unplanned(of: plan.header.trust.kind, strings.index)
  }

  private mutating func forget() {
    for key in isMet.indices { isMet[key] = false }
    purchases.removeAll()
  }

  private func unplanned(of kind: Trust.Kind, _ index: ProgrammeIndex) -> UnplannedServices {
    func isPlanned(_ service: Int) -> Bool {
      isMet[ServiceKey.numbers(ofService: service)].contains(true)
    }
    return UnplannedServices(
      expected: index.unplannedServices(of: kind, isPlanned).count,
      lacksLocalWork: !index.localWork.isEmpty && !index.localWork.contains(where: isPlanned))
  }
}

/// What the services of a plan's lines leave out.
struct UnplannedServices: Hashable, Sendable {
  /// How many of the services that are expected of its trust are on no line (C103).
  var expected = 0
  /// Whether no line is for local work, where the programme has such services (C106).
  var lacksLocalWork = false
}
