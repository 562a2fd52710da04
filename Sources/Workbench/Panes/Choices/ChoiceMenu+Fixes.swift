import Procurement
import Text
import Validation

extension ChoiceMenu {
  /// The fixes for the findings on the line at a place.
  init(fixesForLineAt place: Int, in assessment: inout Assessment) {
    var choices: [Choice] = []
    var seen: Set<Choice.Taking> = []
    for finding in assessment.findingsInOrder(at: place) {
      for fix in assessment.fixes(for: finding) {
        let taking = fix.field.map(Choice.Taking.field) ?? .edits(fix.edits)
        guard seen.insert(taking).inserted else { continue }
        let isEdit = fix.field == nil
        choices.append(
          Choice(
            title: "\(finding.code.rawValue) \(assessment.names.sentence(fix.title))",
            finding: assessment.names.sentence(finding.message),
            outcome: isEdit ? assessment.outcome(ofEdits: fix.edits, at: place) : nil,
            remark: isEdit ? "line removed" : "opens the field", taking: taking,
            fixKind: isEdit ? FixKind(code: finding.code, words: fix.kind) : nil))
      }
    }
    self.init(.fix, choices)
  }

  /// The kinds of the fixes in a list, each for all findings of its code; that of the focused fix is
  /// focused.
  init(fixingAllLike menu: ChoiceMenu, in assessment: Assessment) {
    var kinds: [FixKind] = []
    for kind in menu.choices.compactMap(\.fixKind) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    let choices = kinds.map { kind in
      Choice(
        title: "\(kind.code.rawValue) \(kind.words)",
        remark: counted(assessment.unwaivedCount(of: kind.code), "finding"), taking: .fixAll(kind))
    }
    self.init(.fixAll, choices)
    if let focused = menu.focused?.fixKind.flatMap(kinds.firstIndex) {
      filtered.focus(on: focused)
    }
  }
}

extension Assessment {
  /// What the line at a place would be after edits; nil where they remove it.
  mutating func outcome(ofEdits edits: [Edit], at place: Int) -> LineOutcome? {
    let id = plan.lines[place].id
    return trying(edits, near: place) { trial in
      trial.plan.index(ofLine: id, near: place).map { LineOutcome(trial.verdict(at: $0)) }
    } ?? nil
  }

  /// The edits that fix all findings of a kind.
  mutating func edits(fixingAll kind: FixKind) -> (edits: [Edit], lines: Int) {
    edits(fixingAll: kind.code, by: kind.words)
  }
}

extension WorkbenchProgram {
  /// Offers to apply the kinds of fixes in the list to all their findings.
  mutating func offerFixesOfAll() {
    guard let menu = panes.top as? ChoiceMenu else { return }
    let all = ChoiceMenu(fixingAllLike: menu, in: assessment)
    guard !all.choices.isEmpty else {
      message = Message(text: "these fixes need what only you know, line by line")
      return
    }
    show(all)
  }

  /// Fixes all findings by one kind of fix, as one step of the history.
  mutating func fixAll(_ kind: FixKind) {
    let all = editor.trying { $0.edits(fixingAll: kind) }
    guard !all.edits.isEmpty else {
      message = Message(text: "no finding is fixed by that; choose another fix")
      return
    }
    // The list of fixes below is about findings that are now fixed.
    panes.pop()
    carryOut("\(kind.code.rawValue) \(kind.words) on \(counted(all.lines, "line"))", all.edits)
  }
}
