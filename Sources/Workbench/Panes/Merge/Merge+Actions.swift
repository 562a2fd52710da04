import Interaction

extension Context {
  /// Differences between the plan and its document, or a scenario of it.
  public static let merging = Context("merging", "differences from the document or a scenario")
}

extension Merge {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "accept the decisions", [.enter], in: [.merging]).hinted("accept")
      .asks { $0.accept() },
    ActionEntry(.takeMine, "keep mine, and go on to the next", [.character("m")], in: [.merging])
      .hinted("mine").does { $0.decide(.mine) },
    ActionEntry(
      .takeTheirs, "take theirs, and go on to the next", [.character("t")], in: [.merging]
    )
    .hinted("theirs").does { $0.decide(.theirs) },
  ]
}
