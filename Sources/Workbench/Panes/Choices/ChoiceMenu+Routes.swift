import Procurement
import Validation

extension ChoiceMenu {
  /// What the line at a place would be by every route that the rules permit, and as it is now.
  ///
  /// A route is tried with everybody who could supply by it: the cluster's LSP, the facilities of
  /// groups that the trust is in, and the present supplier or, on the open route, any other.
  init(routesOfLineAt place: Int, in assessment: inout Assessment) {
    let line = assessment.plan.lines[place]
    let present = Choice(
      title: "now: \(RouteOffer(line).title)", outcome: LineOutcome(assessment.verdict(at: place)),
      taking: .edits([]), isCurrent: true)
    var choices: [Choice] = []
    for offer in RouteOffer.all(for: line, in: assessment) where offer != RouteOffer(line) {
      let edits = offer.edits(of: line)
      guard let outcome = assessment.outcome(ofEdits: edits, at: place),
        RouteOffer.forbidding.isDisjoint(with: outcome.codes)
      else { continue }
      choices.append(Choice(title: offer.title, outcome: outcome, taking: .edits(edits)))
    }
    self.init(.routes, [present] + choices)
  }
}

/// A way to buy what a line is for: the route, and from whom or with whom.
private struct RouteOffer: Hashable {
  let route: Route?
  let supplier: String?
  let group: String?

  /// The findings that say that the rules do not permit a way.
  static let forbidding: Set<FindingCode> = [.S101, .S102, .S103, .S104, .S105, .S106]

  init(_ line: PlanLine) {
    self.init(line.route, line.supplier, line.group)
  }

  private init(_ route: Route?, _ supplier: String?, _ group: String?) {
    self.route = route
    self.supplier = supplier
    self.group = route == .calloff ? group : nil
  }

  static func all(for line: PlanLine, in assessment: Assessment) -> [RouteOffer] {
    let plan = assessment.plan
    let programme = assessment.index.programme
    let lsp = programme.cluster(plan.header.trust.cluster)?.lsp
    let third = line.supplier.flatMap { programme.provider($0) == nil ? $0 : nil }
    return programme.routes.flatMap { terms -> [RouteOffer] in
      switch terms.route {
      case .programme: [RouteOffer(.programme, lsp, nil)]
      case .calloff: plan.groups.map { RouteOffer(.calloff, $0.facility, $0.id) }
      case .open: [RouteOffer(.open, third, nil)]
      }
    }
  }

  func edits(of line: PlanLine) -> [Edit] {
    let values: [LineValue] = [.route(route), .supplier(supplier), .group(group)]
    return values.compactMap { value in
      let old = line.current(for: value)
      return old == value ? nil : Edit.set(line: line.id, from: old, to: value)
    }
  }

  var title: String {
    let way = route?.rawValue ?? "no route"
    let seller = supplier.map { " from \($0)" } ?? (route == .open ? ", supplier to be found" : "")
    return way + seller + (group.map { " in \($0)" } ?? "")
  }
}
