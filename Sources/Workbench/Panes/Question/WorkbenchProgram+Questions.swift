import Validation

/// Closing what is open, and what becomes of answers.
extension WorkbenchProgram {
  /// Closes the topmost pane; what was typed into it is dropped.
  mutating func close() {
    guard let pane = panes.pop() else { return }
    quitsAfterWriting = false
    pane.cancel(in: &self)
    reveal()
  }

  /// Does what an answer to a question says.
  mutating func answer(_ key: Character, to question: Question) -> [Effect] {
    panes.pop()
    if key == "c" { quitsAfterWriting = false }
    switch (question.subject, key) {
    case (.quit, "w"):
      quitsAfterWriting = true
      return write()
    case (.quit, "q"), (.quitPortfolio, "q"), (.newDocument, "q"): return [.finish]
    case (.newDocument(let name), "y"):
      return [.create(.blank(in: assessment.index.programme), name: name)]
    case (.consent(let consent, let write), "w"):
      return [.write(plan, over: write.consenting(to: consent))]
    case (.documentMissing, "w"): return [.write(plan, over: .missing)]
    case (.firstWrite, "w"):
      isDocumentConfirmed = true
      return write()
    case (.firstWrite, "n"), (.consent, "n"), (.notStored, "w"): askForDocumentName()
    case (.unsaved, "t"): restoreUnsaved()
    case (.unsaved, "d"): panes.push(Question(subject: .discardUnsaved))
    case (.discardUnsaved, "d"):
      unsaved = nil
      message = Message(text: "unsaved changes discarded")
      return [.discardUnsaved]
    case (.notStored, "q"):
      quitsAfterKeeping = true
      return [keepUnsaved]
    case (.draft(let draft), "t"): takeUp(draft)
    case (.conflict(let conflict), _): settle(conflict, withMine: key == "m")
    case (.change(let change), "y"):
      carryOut(change.title, change.edits)
    default: break
    }
    return []
  }
}
