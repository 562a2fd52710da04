import Canvas
import Interaction
public import Procurement
import Validation

/// The ways in that a dialogue in lines has beside keys.
extension WorkbenchProgram {
  /// Gives every field a row of its own, since nobody sees that two are beside each other, and
  /// names commands instead of keys.
  public mutating func standInLines() {
    settings.isDialogue = true
    _ = handle(.resize(Size(rows: 24, columns: 60)))
  }

  /// Performs an action, as its key would.
  public mutating func ask(for action: Action) -> [Effect] {
    message = nil
    return perform(action)
  }

  /// Focuses a line of the plan.
  public mutating func focus(onLineAt place: Int) {
    message = nil
    panes = PaneStack()
    removed = nil
    screen = .lines
    focus(onPlace: place)
    reveal()
  }

  /// Takes the choice at an index, or puts it in or out where several can be taken.
  public mutating func choose(_ index: Int) -> [Effect] {
    guard var menu = panes.top as? ChoiceMenu, menu.choices.indices.contains(index) else {
      return []
    }
    menu.filtered.focus(on: index)
    panes.replaceTop(menu)
    return ask(for: menu.takesSeveral ? .toggle : .accept)
  }

  /// Types a text into the open editor and takes it, if it can be taken.
  public mutating func type(_ text: String) -> [Effect] {
    guard var editor = panes.top as? FieldEditor else { return [] }
    message = nil
    editor.input = input(text, limit: editor.input.limit)
    type(into: editor)
    return accept()
  }

  /// Explains a finding of the focused line, or of the whole plan, by its code; where there is no
  /// such finding, the code alone.
  public func explanation(of code: FindingCode) -> [String]? {
    let place = focusedPlace
    let findings = assessment.findings.filter { $0.code == code }
    let finding = findings.first { $0.index == place } ?? findings.first { $0.index == nil }
    let pane =
      finding.flatMap { ExplanationPane($0, in: assessment) }
      ?? ExplanationPane(code, in: assessment.index.programme)
    return pane.map { [$0.title] + $0.paragraphs }
  }

  /// Closes the explanation that is open, and returns what it says; nil where none is open.
  public mutating func takeExplanation() -> [String]? {
    guard let pane = panes.top as? ExplanationPane else { return nil }
    panes.pop()
    return [pane.title] + pane.paragraphs
  }

  /// Answers the open question with a letter of its.
  public mutating func answer(_ letter: Character) -> [Effect] {
    guard panes.top is Question else { return [] }
    return handle(.key(.character(letter)))
  }

  /// Ends the session, whatever is open: what is open is cancelled, and work that is not
  /// written is asked about. Where that was asked already, it ends without: what is in no store is
  /// kept for the next session.
  public mutating func quitFromAnywhere() -> [Effect] {
    message = nil
    if let question = panes.top as? Question, question.isAboutQuitting {
      panes.pop()
      guard hasUnsaved else { return [.finish] }
      quitsAfter = .kept
      return [keepUnsaved]
    }
    let effects = isLoading ? cancelLoading() : []
    while let pane = panes.top {
      if pane is Question { panes.pop() } else { close() }
    }
    leavePast()
    return effects + quit()
  }

  /// Nothing comes any more: unwritten work is kept.
  public mutating func end() -> [Effect] { handle(.hangUp(.terminalGone)) }
}
