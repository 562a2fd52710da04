import Procurement

/// A line with everything that a rule needs to write its message and fixes.
struct FindingContext {
  let assessment: Assessment
  let place: Int
  /// What the line draws, and the first line of its service, if `FindingWriter` has computed them.
  var knownDraws: [Draw]?
  var knownFirstLine: Int?
  /// The kind of fix that is asked for; nil for all.
  var wantedKind: String?

  var plan: Plan { assessment.plan }
  var line: PlanLine { plan.lines[place] }
  var facts: LineFacts { assessment.facts(at: place) }
  var programme: Programme { assessment.index.programme }
  var verdict: LineVerdict { assessment.verdict(at: place) }
  var trust: Trust { plan.header.trust }

  /// The id of the trust's own LSP.
  var lsp: String { programme.cluster(trust.cluster)?.lsp ?? "" }
  /// The supplier, as on the line.
  var supplier: String { line.supplier ?? "" }
  /// The provider that the line's supplier may be meant to be, as a question; else nothing.
  var likelyProvider: String {
    guard !facts.supplier.isLSP else { return "" }
    let names = programme.providers.flatMap { [$0.id, $0.name] + $0.aliases }
    return nearest(to: supplier, among: names).map { " (did you mean \($0.quoted)?)" } ?? ""
  }
  /// The line's route, as documents write it.
  var route: String { line.route?.rawValue ?? "none" }
  /// The id of the line's group, as on the line.
  var groupID: String { line.group ?? "" }
  /// The place of the line's group among those of the plan, if it is one of them.
  var groupPlace: Int? { line.group.flatMap(assessment.planFacts.place(ofGroup:)) }
  /// The line's group, if it is one of the plan's.
  var group: BuyingGroup? { groupPlace.map { plan.groups[$0] } }
  /// The words for an entire PACS, with its supplier if it has one.
  var entirePACS: String {
    facts.supplier == .none ? "an entire PACS" : "an entire PACS from \(supplier.quoted)"
  }
  /// The kind of line, for which the programme has terms; nil if its service is unknown.
  var kind: DecisionTable.Case? {
    assessment.index.kind(
      facts.service.kind, pacs: line.pacs, need: line.need, route: line.route)
  }
  /// The category's id.
  var category: String {
    facts.category.map { programme.categories[$0].id } ?? ""
  }

  /// A fix that sets fields of this line; it never takes the price of one offer for that of another.
  func fix(_ title: String, _ values: LineValue..., kind: String? = nil) -> Fix {
    Fix(
      title: title, kind: kind,
      edits: line.values(offering: values).map { plan.setting($0, at: place) })
  }

  /// Whether fixes of a kind are asked for; kinds that take long to find should ask.
  func wants(_ kind: String) -> Bool { wantedKind.map { $0 == kind } ?? true }

  /// The supplier with a name; the line keeps its own name for it.
  func buying(from name: String) -> LineValue {
    let wanted = assessment.index.supplier(name)
    let isSame = wanted.isProvider && assessment.index.supplier(supplier) == wanted
    return .supplier(isSame ? line.supplier : name)
  }

  /// A fix that leads to a field of this line, for what only the user knows.
  func leading(to field: LineField, _ title: String) -> Fix { Fix(title: title, field: field) }

  /// A fix that routes the line through the programme, with the cluster's LSP.
  var throughProgramme: Fix {
    fix(
      "route the line through the programme with \(lsp.quoted)", .route(.programme),
      buying(from: lsp))
  }

  /// A fix that buys the line on the open market.
  var openly: Fix {
    fix("buy it on the open market (`open`)", .route(.open))
  }

  /// Fixes that buy the line with a group, one for each group of the plan that can buy it.
  var throughGroups: [Fix] {
    let fitting = plan.groups.lazy.filter { group in
      group.hasMember(trust) && assessment.index.supplier(group.facility).isProvider
    }
    return fitting.prefix(FindingContext.mostFixes).map { group in
      let lsp = assessment.index.providerID(group.facility)
      return fix(
        "buy it with group \(group.id.quoted) from \(lsp.quoted)",
        .route(.calloff), .group(group.id), buying(from: lsp))
    }
  }

  /// A fix that changes the line's group.
  func changingGroup(_ title: String, _ change: (inout BuyingGroup) -> Void) -> [Fix] {
    guard let place = groupPlace else { return [] }
    var group = plan.groups[place]
    change(&group)
    let edit = Edit.group(at: place, from: plan.groups[place], to: group)
    return [Fix(title: "\(title) \(group.id.quoted)", edits: [edit])]
  }

  /// The places of the declared funds that the line names.
  var namedFundPlaces: [Int] { assessment.slots[place].funds }
  /// The declared funds that the line names.
  var knownFunds: [Fund] { namedFundPlaces.map { plan.funds[$0] } }

  /// What the line draws, and what is unfunded.
  var draws: [Draw] { knownDraws ?? assessment.draws(at: place) }

  /// How much of what the line leaves unfunded is a matter of order.
  var unfundedByOrder: Money { assessment.orderShares[place] }

  /// The id of the first line for the same service and option.
  var firstLineID: String {
    let register = assessment.register
    let first = knownFirstLine ?? register.earliest(register.keys[place])
    return first.map { plan.lines[$0].id } ?? ""
  }

  /// The most fixes of one kind that are offered, since each is tried out first.
  static let mostFixes = 50

  /// The ids of the line's funds, quoted.
  var namedFunds: String { line.funds.quoted }

  /// The routes by which the line's service is supplied, in the programme's order.
  var offeredRoutes: [Route] {
    programme.routes.map(\.route).filter { route in
      assessment.index.terms(facts.service.kind, pacs: line.pacs, need: line.need, route: route)?
        .isOffered ?? false
    }
  }
}
