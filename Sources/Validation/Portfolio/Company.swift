import Procurement

/// Finds what the lines of a plan are to one another: which repeat a service, and which PACS options
/// stand beside which.
///
/// Its memory is used over and over, as long as the programme has services and options.
struct Company {
  /// Whether a line for a service and option has come already.
  private var isMet: [Bool]
  /// Lines with PACS options: their places, and whether each repeats an earlier one.
  private var imaging: [(place: Int, repeats: Bool)] = []

  init(services: Int) { isMet = Array(repeating: false, count: services * 4) }

  /// Puts the findings on lines at places in ascending order: all lines of the services that are
  /// among them. Returns how many of the services that a plan should have are not among them.
  @discardableResult
  mutating func judge(
    _ places: some Sequence<Int>, of lines: LineColumns, _ meanings: Meanings,
    _ tables: RuleTables, _ findings: inout [UInt32]
  ) -> Int {
    imaging.removeAll(keepingCapacity: true)
    for place in places {
      let service = meanings.services[Int(lines.services[place])]
      findings[place] &= ~RuleTables.companyCodes
      guard service.isKnown else { continue }
      let key = service.key + service.option(lines.traits[place])
      let repeats = isMet[key]
      isMet[key] = true
      if service.kind.hasPACSOptions {
        imaging.append((place, repeats))
      } else {
        let resembles = service.isUnlisted && meanings.resembles[Int(lines.descriptions[place])]
        let standing = CompanyStanding(
          option: 0, repeatsEarlierLine: repeats && !service.isUnlisted, planHasBasic: false,
          planHasEntire: false, resembles: resembles)
        findings[place] |= tables.findings(standing)
      }
    }
    for (place, repeats) in imaging {
      let service = meanings.services[Int(lines.services[place])]
      let traits = lines.traits[place]
      let standing = CompanyStanding(
        option: traits.option, repeatsEarlierLine: repeats && traits.pacs != .features,
        planHasBasic: isMet[service.key + 1], planHasEntire: isMet[service.key + 3],
        resembles: false)
      findings[place] |= tables.findings(standing)
    }
    let unplanned = meanings.expectedKeys.count { key in
      !(isMet[key] || isMet[key + 1] || isMet[key + 2] || isMet[key + 3])
    }
    for key in isMet.indices { isMet[key] = false }
    return unplanned
  }
}
