import Procurement

/// Writing the plan to its document, and quitting.
extension WorkbenchProgram {
  mutating func quit() -> [Effect] {
    if isLookingBack {
      leavePast()
      return []
    }
    if isTryingOut {
      tryOut(isQuitting: true)
      if isTryingOut { return [] }
    }
    if journal?.outbox.isEmpty == false {
      panes.push(Question(subject: .notStored))
      return []
    }
    guard isModified || unwrittenPlans > 0 else { return [.finish] }
    let subject = isModified ? Question.Subject.quit : .quitPortfolio(unwrittenPlans)
    panes.push(Question(subject: subject, isStored: journal != nil))
    return []
  }

  mutating func write() -> [Effect] {
    guard let name = document.name else {
      askForDocumentName()
      return []
    }
    if !document.isConfirmed {
      panes.push(Question(subject: .firstWrite(name)))
      return []
    }
    return [.write(plan, over: .known)]
  }

  /// A plan of the store without a document stays without one, and one whose last steps are not
  /// stored keeps its own.
  func writingNew(_ name: String) -> Effect {
    let isCopy = journal.map { document.name == nil || !$0.outbox.isEmpty } ?? false
    return isCopy ? .writeCopy(plan, name: name) : .writeNew(plan, name: name)
  }

  /// Asks under which name a new document is to be written, and proposes the one of the last copy,
  /// or one made of the title.
  mutating func askForDocumentName() {
    let name = document.copyName ?? ProposedFileName.name(ofTitle: plan.header.title)
    panes.push(FieldEditor(target: .documentName, input: input(name), replacesText: true))
  }
}
