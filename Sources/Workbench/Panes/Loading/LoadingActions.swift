import Interaction

extension Context {
  /// A portfolio that is being read.
  public static let loading = Context("loading", "a portfolio that is being read")
}

extension WorkbenchProgram.Loading {
  static let actions: [ActionEntry] = [
    ActionEntry(
      .close, "give it up", [.escape, .character("q"), .control("c"), .control("g")],
      in: [.loading]
    )
    .hinted("give up").asks { $0.cancelLoading() }
  ]
}
