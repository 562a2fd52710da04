import Procurement
import Validation

extension ChoiceMenu {
  /// What the line at a place costs as it is now, as each of its alternatives, and by every other
  /// way that the rules permit; for a route that is not offered, why.
  ///
  /// A route is tried with every supplier that could supply by it: the cluster's LSP, the
  /// facilities of groups that the trust is in, and the present supplier or, on the open route, any
  /// other. What a way without an alternative costs is unknown.
  init(routesOfLineAt place: Int, in assessment: inout Assessment) {
    let line = assessment.plan.lines[place]
    let now = Choice(
      title: "now: \(RouteOffer(line).title(assessment.names))",
      outcome: LineOutcome(assessment.verdict(at: place)),
      comparesCosts: true, taking: .edits([]), isCurrent: true)
    let alternatives = line.alternatives.indices.map { number in
      Choice(taking: number, ofLineAt: place, in: &assessment)
    }
    guard line.need == .new else {
      let none = Choice(
        title: "routes", remark: "the system is retained: nothing new is bought by any route",
        taking: .nothing)
      self.init(.routes, [now] + alternatives + [none])
      return
    }
    let known = [line] + line.alternatives.map(line.taking)
    var offered: [Choice] = []
    var missing: [Choice] = []
    for terms in assessment.index.programme.routes {
      let offers = RouteOffer.all(terms.route, for: line, in: assessment)
      let trials = offers.map { ($0, $0.trial(ofLineAt: place, in: &assessment)) }
      for (offer, trial) in trials where trial.refusal == nil {
        guard !known.contains(where: { $0.isSameOffer(as: offer.line(line)) }) else { continue }
        offered.append(offer.choice(for: line, trial, assessment.names))
      }
      if trials.allSatisfy({ $0.1.refusal != nil }), let refusal = trials.first?.1.refusal {
        missing.append(
          Choice(
            title: terms.route.name, remark: "not offered: \(refusal)", taking: .nothing))
      }
    }
    self.init(.routes, [now] + alternatives + offered + missing)
  }
}

extension Choice {
  /// Taking an alternative of the line at a place, which keeps what the line says as another one.
  init(taking number: Int, ofLineAt place: Int, in assessment: inout Assessment) {
    let line = assessment.plan.lines[place]
    let alternative = line.alternatives[number]
    let values = line.values(choosing: number)
    let edits = values.map { assessment.plan.setting($0, at: place) }
    self.init(
      word: alternative.id,
      title: "\(alternative.id): \(line.words(of: alternative, assessment.names))",
      outcome: assessment.outcome(ofEdits: edits, at: place), comparesCosts: true,
      taking: .edits(edits), phrase: line.phrase(taking: values, called: alternative.id))
  }
}

extension PlanLine {
  /// How an alternative buys what the line is for, in few words: `basic, programme from BT`.
  func words(of alternative: Alternative, _ names: TermNames) -> String {
    let offer = taking(alternative)
    let option = offer.pacs == pacs ? nil : offer.pacs?.rawValue
    return [option, RouteOffer(offer).title(names)].compactMap(\.self).joined(separator: ", ")
  }

  /// That the line takes another offer, and as what it keeps the present one.
  fileprivate func phrase(taking values: [LineValue], called name: String) -> ChangePhrase? {
    let new = values.reduce(into: self) { $0.set($1) }
    let kept = new.alternatives.first { !alternatives.map(\.id).contains($0.id) }
    guard let kept = kept ?? new.alternatives.first(where: { !alternatives.contains($0) }) else {
      return nil
    }
    return ChangePhrase("\(id) takes \(name); what it said is kept as alternative \(kept.id)")
  }
}

/// A way to buy what a line is for: the route, and from whom or with whom.
private struct RouteOffer: Hashable {
  /// What the line would be, and why the rules do not permit it; nil where they do.
  struct Trial {
    var edits: [Edit]
    var outcome: LineOutcome?
    var refusal: String?
  }

  let route: Route?
  let supplier: String?
  let group: String?

  /// The findings that say that the rules do not permit a way.
  private static let forbidding: Set<FindingCode> = [.S101, .S102, .S103, .S104, .S105, .P107]

  init(_ line: PlanLine) {
    self.init(line.route, line.supplier, line.group)
  }

  private init(_ route: Route?, _ supplier: String?, _ group: String?) {
    self.route = route
    self.supplier = supplier
    self.group = route == .calloff ? group : nil
  }

  /// The ways to buy by a route.
  static func all(_ route: Route, for line: PlanLine, in assessment: Assessment) -> [RouteOffer] {
    let (plan, index) = (assessment.plan, assessment.index)
    let present = line.supplier.flatMap(index.provider).map { index.programme.providers[$0].id }
    // The line keeps its own name for an LSP.
    func named(_ id: String?) -> String? {
      id != nil && id == present ? line.supplier : id
    }
    switch route {
    case .programme:
      let lsp = index.programme.cluster(plan.header.trust.cluster)?.lsp
      return [RouteOffer(route, named(lsp), nil)]
    case .calloff:
      // Without a group there is still a reason why it is not offered.
      return plan.groups.isEmpty
        ? [RouteOffer(route, nil, nil)]
        : plan.groups.map { RouteOffer(route, named($0.facility), $0.id) }
    case .open: return [RouteOffer(route, present == nil ? line.supplier : nil, nil)]
    }
  }

  private var values: [LineValue] { [.route(route), .supplier(supplier), .group(group)] }

  /// The line with just these values.
  func line(_ line: PlanLine) -> PlanLine { values.reduce(into: line) { $0.set($1) } }

  /// What the line at a place would be this way.
  func trial(ofLineAt place: Int, in assessment: inout Assessment) -> Trial {
    let line = assessment.plan.lines[place]
    let edits = line.values(offering: values).map { assessment.plan.setting($0, at: place) }
      .filter { !$0.isIdle }
    let refusal = assessment.trying(edits, near: place) { trial in
      trial.findings(at: place).first { RouteOffer.forbidding.contains($0.code) }
        .map { "\(trial.names.sentence($0.message)) (\($0.code.rawValue))" }
    }
    return Trial(
      edits: edits, outcome: assessment.outcome(ofEdits: edits, at: place),
      refusal: refusal ?? nil)
  }

  func choice(for line: PlanLine, _ trial: Trial, _ names: TermNames) -> Choice {
    let title = title(names)
    return Choice(
      title: title, outcome: trial.outcome, comparesCosts: true, taking: .edits(trial.edits),
      phrase: line.phrase(taking: line.values(offering: values), called: title))
  }

  func title(_ names: TermNames) -> String {
    let way = route?.name ?? "no route"
    let seller =
      supplier.map { " from \(names.supplier($0))" }
      ?? (route == .open ? ", supplier to be found" : "")
    return way + seller + (group.map { " in \(names.group($0))" } ?? "")
  }
}
