import Procurement
import Workbench

/// What a user knows before a command, so that afterwards only what is new is said.
struct Snapshot {
  private let place: Int?
  private let line: PlanLine?
  private let count: Int
  private let header: Plan.Header
  private let focus: String?
  private let rows: String
  private let menu: Menu?
  private let differences: [DocumentDifference]
  private let focusedDifference: Int
  private let openings: Int
  private let isPlanOpen: Bool

  /// A menu as far as one differs from another.
  private struct Menu: Equatable {
    let title: String
    let count: Int

    init?(_ workbench: WorkbenchProgram) {
      guard case .choice(let title, let options, _, _) = workbench.awaited else { return nil }
      self.title = title
      count = options.count
    }
  }

  init(_ workbench: WorkbenchProgram) {
    place = workbench.focusedPlace
    line = place.map { workbench.plan.lines[$0] }
    count = workbench.plan.lines.count
    header = workbench.plan.header
    focus = workbench.focusInWords
    rows = workbench.rowsInWords
    menu = Menu(workbench)
    (differences, focusedDifference) = Snapshot.decisions(workbench) ?? ([], 0)
    openings = workbench.openings
    isPlanOpen = workbench.isPlanOpen
  }

  /// The differences to decide on, and the focused one; nil where there are none.
  private static func decisions(_ workbench: WorkbenchProgram) -> ([DocumentDifference], Int)? {
    guard case .decisions(let differences, let focused, from: _) = workbench.awaited else {
      return nil
    }
    return (differences, focused)
  }

  /// What was decided, and which difference is focused now; nil where this is not about decisions.
  private func changeOfDecisions(in workbench: WorkbenchProgram) -> [String]? {
    guard !differences.isEmpty, let (new, focused) = Snapshot.decisions(workbench),
      new.count == differences.count
    else { return nil }
    let decided = zip(differences, new).filter { $0 != $1 }.map { $1.words }
    let next = focused == focusedDifference ? nil : "the current one is \(new[focused].words)"
    return [workbench.remark].compactMap(\.self) + decided + [next].compactMap(\.self)
  }

  /// Whether the menu, or the list of differences, that was open is still the one that is open.
  func isSameMenu(_ workbench: WorkbenchProgram) -> Bool {
    menu != nil && menu == Menu(workbench) || changeOfDecisions(in: workbench) != nil
  }

  /// What became of a command, in sentences.
  func changes(to workbench: WorkbenchProgram) -> [String] {
    if let decisions = changeOfDecisions(in: workbench) { return decisions }
    if isSameMenu(workbench), workbench.remark == nil,
      case .choice(_, let options, let focused, _) = workbench.awaited,
      options.indices.contains(focused)
    {
      return [options[focused].words(focused)]
    }
    if workbench.isPlanOpen, !isPlanOpen || workbench.openings != openings {
      let focused = workbench.focusedPlace.map(workbench.summary(ofLineAt:))
      return [workbench.remark].compactMap { $0 } + workbench.planInWords
        + [focused].compactMap { $0 }
    }
    let sentences = [
      workbench.remark, workbench.rowsInWords == rows ? nil : workbench.rowsInWords,
      changeOfLine(in: workbench), changeOfFocus(in: workbench),
    ]
    return sentences.compactMap { $0 }
  }

  private func changeOfFocus(in workbench: WorkbenchProgram) -> String? {
    guard case .action = workbench.awaited, workbench.focusInWords != focus else { return nil }
    // After leaving another screen the focused line is printed; after an edit the user knows it.
    return workbench.focusInWords
      ?? (place == workbench.focusedPlace ? place : nil).map(workbench.summary(ofLineAt:))
  }

  private func changeOfLine(in workbench: WorkbenchProgram) -> String? {
    let plan = workbench.plan
    guard let place = workbench.focusedPlace else {
      return count == 0 || !plan.lines.isEmpty
        ? nil : "the plan has no lines now; \(workbench.totalsInBrief)"
    }
    let isSameLine = line.map { isSame($0, place: place, in: plan) } ?? false
    let isEdited =
      plan.lines.count != count || plan.header != header || isSameLine && plan.lines[place] != line
    guard isEdited || !isSameLine || place != self.place else { return nil }
    guard isEdited else { return workbench.summary(ofLineAt: place) }
    let change = isSameLine ? changedFields(of: plan.lines[place], in: workbench) : []
    let owner =
      workbench.openAlternative.flatMap { id in
        line?.alternative(id).map { _ in "alternative \(id) " }
      } ?? ""
    let sentence =
      change.isEmpty
      ? workbench.summary(ofLineAt: place)
      : "\(plan.lines[place].id) \(owner)\(change.joined(separator: ", ")); "
        + workbench.verdict(ofLineAt: place)
    return "\(sentence); \(workbench.totalsInBrief)"
  }

  /// Whether the line at a place is the one that was focused, perhaps under another id.
  private func isSame(_ old: PlanLine, place: Int, in plan: Plan) -> Bool {
    let id = plan.lines[place].id
    if id == old.id { return true }
    var renamed = old
    renamed.id = id
    return place == self.place && plan.index(ofLine: old.id) == nil && plan.lines[place] == renamed
  }

  /// The fields that differ, each with what it is now.
  private func changedFields(of new: PlanLine, in workbench: WorkbenchProgram) -> [String] {
    guard let line else { return [] }
    if let id = workbench.openAlternative, line.alternative(id) == nil {
      let gone = line.alternatives.first { new.alternative($0.id) == nil }
      return [gone.map { "alternative \($0.id) is now \(id)" } ?? "alternative \(id) is new"]
    }
    return zip(workbench.fields(of: line), workbench.fields(of: new)).compactMap { old, new in
      guard old.text != new.text else { return nil }
      return "\(new.name) is \(new.text.isEmpty ? "none" : new.text)"
    }
  }
}
