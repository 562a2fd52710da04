import Interaction

extension Context {
  /// All findings.
  public static let findings = Context("findings", "all findings")
}

extension FindingsScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "go to the line and field", [.enter], in: [.findings])
        .hinted("go to the line").does { $0.goToFinding() },
      ActionEntry(.fix, "choose a fix for the line's findings", [.character("f")], in: [.findings])
        .hinted("fix").does { $0.showFixesOfFinding() },
      ActionEntry(
        .explain, "explain the finding: rule, reason and source", [.character("x")],
        in: [.findings]
      )
      .does { $0.explain() },
    ]
  }
}
