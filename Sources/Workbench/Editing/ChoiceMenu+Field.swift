import Procurement
import Validation

extension ChoiceMenu {
  /// The choices for a field of the line at a place.
  init(_ field: LineField, ofLineAt place: Int, in assessment: Assessment) {
    subject = .field(field)
    let line = assessment.plan.lines[place]
    choices = ChoiceMenu.values(for: field, line, in: assessment).map { title, value in
      Choice(
        title: title, outcome: assessment.outcome(of: line.setting(value), at: place),
        edits: [assessment.plan.setting(value, at: place)],
        isCurrent: line.current(for: value) == value)
    }
    if field == .supplier {
      choices.append(
        Choice(title: "another: type its name", outcome: "", edits: [], isCurrent: false))
    }
    if field == .funds {
      taken = line.funds
      retake(ofLineAt: place, in: assessment)
    }
    focus.index = choices.firstIndex(where: \.isCurrent) ?? 0
  }

  /// The services of which a line can be added at the end.
  init(newLineIn assessment: Assessment) {
    subject = .newLine
    let id = assessment.plan.unusedLineID
    choices = assessment.index.programme.services.map { service in
      let line = assessment.newLine(for: service, id: id)
      let place = assessment.plan.lines.count
      return Choice(
        title: service.short, outcome: "\(line.route?.rawValue ?? "no route yet")",
        edits: [.insert(line, at: place)], isCurrent: false)
    }
  }

  /// The ways to mend what stands on the line at a place.
  init(fixesForLineAt place: Int, in assessment: inout Assessment) {
    subject = .fix
    choices = []
    var seen: Set<[Edit]> = []
    for finding in assessment.findingsInOrder(at: place) {
      for fix in assessment.fixes(for: finding) where seen.insert(fix.edits).inserted {
        choices.append(
          Choice(
            title: "\(finding.code.rawValue) \(fix.title)",
            outcome: assessment.outcome(ofEdits: fix.edits, at: place), edits: fix.edits,
            isCurrent: false))
      }
    }
  }

  /// Recomputes, where several can be taken, what each choice would lead to.
  mutating func retake(ofLineAt place: Int, in assessment: Assessment) {
    let plan = assessment.plan
    let line = plan.lines[place]
    let unknown = line.funds.filter { id in !plan.funds.contains { $0.id == id } }
    let funds = plan.funds.map { ($0.id, "\($0.id): \($0.name), pays \($0.pays.rawValue)") }
    choices = (funds + unknown.map { ($0, "\($0): not declared") }).map { id, title in
      let isIn = taken.contains(id)
      let after = isIn ? taken.filter { $0 != id } : taken + [id]
      return Choice(
        word: id, title: title,
        outcome: assessment.outcome(of: line.setting(.funds(after)), at: place),
        edits: [plan.setting(.funds(taken), at: place)], isCurrent: isIn)
    }
  }

  /// Puts the focused choice in or out.
  mutating func toggle(ofLineAt place: Int, in assessment: Assessment) {
    guard choices.indices.contains(focus.index) else { return }
    let id = choices[focus.index].word
    if let index = taken.firstIndex(of: id) { taken.remove(at: index) } else { taken.append(id) }
    retake(ofLineAt: place, in: assessment)
  }

  private static func values(
    for field: LineField, _ line: PlanLine, in assessment: Assessment
  ) -> [(String, LineValue)] {
    let programme = assessment.index.programme
    let plan = assessment.plan
    switch field {
    case .service: return programme.services.map { ($0.short, .service($0.id)) }
    case .pacs:
      return programme.pacsOptions.map {
        ("\($0.option.rawValue): \($0.meaning)", .pacs($0.option))
      } + [("none", .pacs(nil))]
    case .need:
      return [("new: must be installed", .need(.new)), ("retain: stays", .need(.retain))]
    case .route:
      return programme.routes.map { ("\($0.route.rawValue): \($0.meaning)", .route($0.route)) }
        + [("none", .route(nil))]
    case .supplier:
      let lsps = programme.providers.map { ($0.id, LineValue.supplier($0.id)) }
      return lsps + plan.otherSuppliers(than: programme).map { ($0, .supplier($0)) }
        + [("none", .supplier(nil))]
    case .group:
      return plan.groups.map { ("\($0.id): facility of \($0.facility)", .group($0.id)) }
        + [("none", .group(nil))]
    case .spineConnected: return ChoiceMenu.flags.map { ($0, .spineConnected($1)) }
    case .crsInteroperable: return ChoiceMenu.flags.map { ($0, .crsInteroperable($1)) }
    case .id, .justification, .description, .cost, .funds, .notes, .waivers: return []
    }
  }

  private static let flags: [(String, Bool?)] = [("yes", true), ("no", false), ("not said", nil)]
}

extension Plan {
  /// Suppliers that lines name and that are no provider, each once, in order.
  fileprivate func otherSuppliers(than programme: Programme) -> [String] {
    var seen = Set(programme.providers.map(\.id))
    return lines.compactMap(\.supplier).filter { seen.insert($0).inserted }
  }
}

extension Assessment {
  /// What a line at a place would be, in few words: supply, who pays, findings.
  func outcome(of line: PlanLine, at place: Int) -> String {
    let verdict = verdict(at: place, trying: line)
    let unfunded =
      verdict.unfunded == .zero ? "" : ", \(verdict.unfunded.grouped) unfunded"
    let worrying = verdict.unwaived.codes.filter { $0.severity > .note }.map(\.rawValue)
    return [
      verdict.supply?.rawValue ?? "no supply verdict", "\(verdict.payer.rawValue) pays\(unfunded)",
      worrying.isEmpty ? "no errors" : worrying.joined(separator: " "),
    ].joined(separator: " · ")
  }

  /// What the line at a place would be after edits, in few words.
  mutating func outcome(ofEdits edits: [Edit], at place: Int) -> String {
    let id = plan.lines[place].id
    return trying(edits, near: place) { trial in
      guard let place = trial.plan.index(ofLine: id, near: place) else { return "line removed" }
      return trial.outcome(of: trial.plan.lines[place], at: place)
    } ?? "does not fit the plan any more"
  }

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
