import Procurement
import Validation

extension ChoiceMenu {
  /// The choices for a field of the line at a place.
  init(_ field: LineField, ofLineAt place: Int, in assessment: Assessment) {
    let line = assessment.plan.lines[place]
    guard field != .funds else {
      let choices = ChoiceMenu.funds(taken: line.funds, ofLineAt: place, in: assessment)
      self.init(.field(field), choices, taken: line.funds)
      return
    }
    let choices = FieldChoices(assessment.index.programme, assessment.plan)
      .values(for: field).map { title, value in
        Choice(
          title: title, synonyms: assessment.index.programme.otherNames(of: value),
          outcome: LineOutcome(assessment.verdict(at: place, trying: line.setting(value))),
          taking: .edits([assessment.plan.setting(value, at: place)]),
          isCurrent: line.current(for: value) == value)
      }
    self.init(.field(field), choices)
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
    list(ChoiceMenu.funds(taken: taken, ofLineAt: place, in: assessment))
  }

  /// Puts the focused choice in or out.
  mutating func toggle(ofLineAt place: Int, in assessment: Assessment) {
    guard let id = focused?.word else { return }
    if let index = taken.firstIndex(of: id) { taken.remove(at: index) } else { taken.append(id) }
    retake(ofLineAt: place, in: assessment)
  }

  private static func funds(
    taken: [String], ofLineAt place: Int, in assessment: Assessment
  ) -> [Choice] {
    let plan = assessment.plan
    let line = plan.lines[place]
    var seen = Set(plan.funds.map(\.id))
    let unknown = (line.funds + taken).filter { seen.insert($0).inserted }
    let funds = plan.funds.map { ($0.id, "\($0.id): \($0.name), pays \($0.pays.rawValue)") }
    return (funds + unknown.map { ($0, "\($0): not declared") }).map { id, title in
      let isIn = taken.contains(id)
      let after = isIn ? taken.filter { $0 != id } : taken + [id]
      let verdict = assessment.verdict(at: place, trying: line.setting(.funds(after)))
      return Choice(
        word: id, title: title, outcome: LineOutcome(verdict),
        taking: .edits([plan.setting(.funds(taken), at: place)]), isCurrent: isIn)
    }
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
