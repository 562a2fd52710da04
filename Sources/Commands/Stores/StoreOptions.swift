import ArgumentParser

/// The option that says which store is meant.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store of plans to use, instead of `CALLOFF_STORE` or the user's own.",
      valueName: "path"),
    completion: .file())
  var store: String?

  /// The store that is meant.
  func wish(in surroundings: Surroundings, readOnly: Bool = false) -> StoreWish {
    StoreWish(named: store, in: surroundings, readOnly: readOnly)
  }
}
