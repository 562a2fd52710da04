import Procurement
import Validation

extension ChoiceMenu {
  /// The choices for a field of the line at a place, or of one of its alternatives.
  init(_ field: FormField, ofLineAt place: Int, in assessment: Assessment) {
    let line = assessment.plan.lines[place]
    guard case .value(let value) = field.base, value != .funds else {
      let taken = line.judged(for: field).funds
      let choices = ChoiceMenu.funds(for: field, taken: taken, ofLineAt: place, in: assessment)
      self.init(.field(field), choices, taken: taken)
      return
    }
    let alternative = field.alternative.flatMap(line.alternative)
    let choices = FieldChoices(assessment.index.programme, assessment.plan)
      .values(for: value).map { title, new in
        Choice(
          putting: line.putting(new, into: field), called: title, for: field, ofLineAt: place,
          in: assessment
        ).called(
          assessment.index.programme.otherNames(of: new),
          isCurrent: alternative.map { $0.value(of: value) == new }
            ?? (line.current(for: new) == new))
      }
    let left = alternative.map { alternative in
      Choice(
        putting: .alternatives(
          line.alternatives(changing: alternative.id) { $0.set(value, to: nil) }),
        called: "as on the line", for: field, ofLineAt: place, in: assessment
      ).called([], isCurrent: alternative.value(of: value) == nil)
    }
    self.init(.field(field), choices + [left].compactMap(\.self))
  }

  /// The services of which a line with an id can be added at the end.
  init(newLineIn assessment: Assessment, id: String) {
    let place = assessment.plan.lines.count
    let choices = assessment.index.programme.services.map { service in
      let line = assessment.newLine(for: service, id: id)
      return Choice(
        title: service.short, synonyms: [service.label],
        outcome: LineOutcome(assessment.verdict(at: place, trying: line)), remark: service.id,
        taking: .edits([.insert(line, at: place)]))
    }
    self.init(.newLine, choices)
  }

  // MARK: Funds

  /// Recomputes, where several can be taken, what each choice would lead to.
  mutating func retake(ofLineAt place: Int, in assessment: Assessment) {
    guard let field else { return }
    list(ChoiceMenu.funds(for: field, taken: taken, ofLineAt: place, in: assessment))
  }

  /// Puts the focused choice in or out.
  mutating func toggle(ofLineAt place: Int, in assessment: Assessment) {
    guard let id = focused?.word else { return }
    if let index = taken.firstIndex(of: id) { taken.remove(at: index) } else { taken.append(id) }
    retake(ofLineAt: place, in: assessment)
  }

  private static func funds(
    for field: FormField, taken: [String], ofLineAt place: Int, in assessment: Assessment
  ) -> [Choice] {
    let plan = assessment.plan
    let line = plan.lines[place]
    let judged = line.judged(for: field)
    var seen = Set(plan.funds.map(\.id))
    let unknown = (judged.funds + taken).filter { seen.insert($0).inserted }
    let funds = plan.funds.map { ($0.id, "\($0.shownName), pays \($0.pays.rawValue)") }
    return (funds + unknown.map { ($0, "\($0): not declared") }).map { id, title in
      let isIn = taken.contains(id)
      let after = isIn ? taken.filter { $0 != id } : taken + [id]
      let verdict = assessment.verdict(at: place, trying: judged.setting(.funds(after)))
      let value = line.putting(.funds(taken), into: field)
      return Choice(
        word: id, title: title, outcome: LineOutcome(verdict),
        taking: .edits([plan.setting(value, at: place)]), isCurrent: isIn)
    }
  }
}

extension Choice {
  /// A value of the line at a place that is chosen for a field of its form.
  init(
    putting value: LineValue, called title: String, for field: FormField, ofLineAt place: Int,
    in assessment: Assessment
  ) {
    let line = assessment.plan.lines[place].setting(value)
    self.init(
      title: title,
      outcome: LineOutcome(assessment.verdict(at: place, trying: line.judged(for: field))),
      taking: .edits([assessment.plan.setting(value, at: place)]))
  }

  /// The same with other names, by which it is found, and whether it is what the field has now.
  fileprivate func called(_ synonyms: [String], isCurrent: Bool) -> Choice {
    var choice = self
    choice.synonyms = synonyms
    choice.isCurrent = isCurrent
    return choice
  }
}

extension Assessment {
  /// A line for a service with an id of its own; where one provider alone may supply it, with that.
  func newLine(for service: Service, id: String) -> PlanLine {
    var line = PlanLine(id: id, service: service.id)
    if verdict(at: plan.lines.count, trying: line).supply == .exclusive {
      line.route = .programme
      line.supplier = index.programme.cluster(plan.header.trust.cluster)?.lsp
    }
    return line
  }
}
