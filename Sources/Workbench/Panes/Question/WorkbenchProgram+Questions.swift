import Validation

/// Closing what is open, and what becomes of answers.
extension WorkbenchProgram {
  /// Closes the topmost pane; what was typed into it is dropped.
  mutating func close() {
    guard let pane = panes.pop() else { return }
    quitsAfter = nil
    pane.cancel(in: &self)
    reveal()
  }

  /// Does what an answer to a question says.
  mutating func answer(_ key: Character, to question: Question) -> [Effect] {
    panes.pop()
    if key == "c" { quitsAfter = nil }
    switch (question.subject, key) {
    case (.quit, "w"):
      quitsAfter = .written
      return write()
    case (.quit, "q"), (.quitPortfolio, "q"), (.newDocument, "q"): return [.finish]
    case (.newDocument(let name), "y"):
      return [.create(.blank(in: assessment.index.programme), name: name)]
    case (.consent(let consent, let write), "w"):
      return [.write(plan, over: write.consenting(to: consent))]
    case (.documentMissing, "w"): return [.write(plan, over: .missing)]
    case (.firstWrite, "w"):
      document.isConfirmed = true
      return write()
    case (.firstWrite, "n"), (.consent, "n"), (.notStored, "w"): askForDocumentName()
    case (.reportExists(let name), "w"): return writeReport(to: name, isReplacing: true)
    case (.reportExists, "n"): askForReportName()
    case (.unsaved, "t"): restoreUnsaved()
    case (.unsaved, "d"): panes.push(Question(subject: .discardUnsaved))
    case (.discardUnsaved, "d"):
      unsaved.earlier = nil
      message = Message(text: "unsaved changes discarded")
      return [.discardUnsaved]
    case (.notStored, "q"):
      quitsAfter = .kept
      return [keepUnsaved]
    case (.draft(let draft), "t"): restore(draft)
    case (.draft, "d"): journal?.offeredDraft = nil
    case (.draft, _): message = Message(text: WorkbenchProgram.draftStays)
    case (.conflict(let conflict), _):
      settle(conflict, withMine: key == "m")
      if conflict.isOfLeftWhatIf { return [.discardWhatIf] }
    case (.whatIf, "k"): keepWhatIf()
    case (.whatIf, "d"): dropWhatIf()
    case (.leftWhatIf, "t"): return takeUpWhatIf()
    case (.leftWhatIf, "d"): return dropLeftWhatIf()
    case (.leftWhatIf, _): message = Message(text: WorkbenchProgram.whatIfStays)
    case (.change(let change), "y"):
      carryOut(change.title, change.edits)
    default: break
    }
    return []
  }
}
