import Procurement
import Validation

/// Adding, editing, removing and choosing alternatives of the focused line.
extension WorkbenchProgram {
  /// The id of the alternative whose form is open; nil where none is.
  public var openAlternative: String? { (panes.top as? LineForm)?.alternative }

  /// The alternative whose form is open, and what the line would be with it; nil where none is.
  public var alternativeInWords: (title: String, outcome: String)? {
    guard let id = openAlternative, hasLine, let alternative = plan.lines[place].alternative(id)
    else { return nil }
    let line = plan.lines[place]
    return (
      "alternative \(id) of \(line.id) \(name(ofLineAt: place))",
      outcomeInWords(ofLine: line.taking(alternative))
    )
  }

  /// What the line at the focus would be, and cost whom, if it were such.
  func outcomeInWords(ofLine line: PlanLine) -> String {
    "if chosen: " + LineOutcome(assessment.verdict(at: place, trying: line)).costWords
  }

  /// Lists the alternatives of the focused line; each opens its form, and the last one adds another.
  mutating func showAlternatives() {
    let line = plan.lines[place]
    let choices = line.alternatives.map { alternative in
      Choice(
        word: alternative.id,
        title: "\(alternative.id): \(line.words(of: alternative, assessment.names))",
        outcome: LineOutcome(assessment.verdict(at: place, trying: line.taking(alternative))),
        comparesCosts: true, taking: .alternative(alternative.id))
    }
    let new = Choice(
      word: "new", title: "new alternative", remark: "another offer for \(line.id)",
      taking: .addAlternative)
    show(ChoiceMenu(.alternatives, choices + [new]))
  }

  /// Opens the form of an alternative.
  mutating func openForm(ofAlternative id: String) {
    panes.push(LineForm(alternative: id))
    reveal()
  }

  /// Adds an alternative that is as the line, without a price, and opens its form.
  mutating func addAlternative() {
    let line = plan.lines[place]
    let new = Alternative(id: Placeholder.id("offer", among: line.alternatives.map(\.id)))
    guard
      carryOut(
        "adding alternative \(new.id) of \(line.id)", [setting(line.alternatives + [new])],
        saying: ChangePhrase("added alternative \(new.id) of \(line.id)"))
    else { return }
    openForm(ofAlternative: new.id)
  }

  /// Removes the alternative whose form is open, and closes it.
  mutating func removeAlternative() {
    guard let id = openAlternative else { return }
    let line = plan.lines[place]
    guard
      carryOut(
        "removing alternative \(id) of \(line.id)",
        [setting(line.alternatives.filter { $0.id != id })],
        saying: ChangePhrase("removed alternative \(id) of \(line.id)"))
    else { return }
    closeFormOfRemovedAlternative()
  }

  /// Swaps the line with the alternative whose form is open.
  mutating func chooseAlternative() {
    guard let id = openAlternative,
      let number = plan.lines[place].alternatives.firstIndex(where: { $0.id == id })
    else { return }
    let place = place
    let choice = editor.trying { Choice(taking: number, ofLineAt: place, in: &$0) }
    guard
      carryOut(
        "taking \(choice.title) for \(plan.lines[place].id)", choice.edits.filter { !$0.isIdle },
        saying: choice.phrase)
    else { return }
    closeFormOfRemovedAlternative()
  }

  /// Sets all alternatives from one text; the result is why it cannot, in words.
  mutating func setAlternatives(to text: String) -> String? {
    let reader = FieldValueReader(assessment.index.programme, plan)
    do throws(FieldFault) {
      let text = text.lowercased() == "none" ? "" : text
      for value in try reader.values(of: text, for: .value(.alternatives)) {
        let edits = [plan.setting(value, at: place)].filter { !$0.isIdle }
        guard carryOut("alternatives of \(plan.lines[place].id)", edits) else {
          return message?.text
        }
      }
      return nil
    } catch { return error.words }
  }

  private func setting(_ alternatives: [Alternative]) -> Edit {
    plan.setting(.alternatives(alternatives), at: place)
  }

  // MARK: Forms

  /// Gives the alternative of a field another id, and its form as well.
  mutating func rename(_ field: FormField, to id: String) {
    let line = plan.lines[place]
    guard let value = try? field.value(from: id, for: line, in: plan),
      case .alternatives(let alternatives) = value,
      let number = line.alternatives.firstIndex(where: { $0.id == field.alternative })
    else { return }
    put(value)
    panes.change { pane in
      guard var form = pane as? LineForm, form.alternative == field.alternative else { return pane }
      form.rename(to: alternatives[number].id)
      return form
    }
  }

  /// Closes the form of an alternative that the focused line no longer has.
  mutating func closeFormOfRemovedAlternative() {
    let depth = panes.all.firstIndex { pane in
      guard let id = (pane as? LineForm)?.alternative else { return false }
      return !hasLine || plan.lines[place].alternative(id) == nil
    }
    guard let depth else { return }
    let questions = panes.all[depth...].filter { $0 is Question }
    panes = PaneStack(panes.all[..<depth] + questions)
    reveal()
  }
}
