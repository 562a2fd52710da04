import Procurement

/// Creating a plan document that the user named and that does not exist.
extension WorkbenchProgram {
  /// Asks whether a document that does not exist is to be created.
  public mutating func offer(newDocument name: String) {
    panes = PaneStack(Question(subject: .newDocument(name)))
  }

  /// The document about which that is still to be answered.
  public var offeredDocument: String? {
    if let question = panes.top as? Question, case .newDocument(let name) = question.subject {
      return name
    }
    return nil
  }

  /// Starts work on the plan of a document that was created.
  mutating func begin(created plan: PlanStart) {
    begin(on: plan)
    message = Message(
      text: "created \(plan.documentName ?? ""); "
        + assumption(in: plan.plan))
  }
}
