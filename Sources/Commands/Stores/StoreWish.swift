/// Which store a command is to work at, and how.
struct StoreWish: Hashable, Sendable {
  /// The store's path; nil where neither the caller nor the environment names a place for one.
  var path: String?
  /// Whether the caller or `CALLOFF_STORE` named it: then it is an error where it cannot be had.
  var isNamed = false
  /// Whether nothing may be changed.
  var isReadOnly = false
}

extension StoreWish {
  /// The store that the caller named, or else the environment, or else the user's own.
  ///
  /// A relative `XDG_DATA_HOME` counts as unset, as the base directory specification has it.
  init(named: String?, in surroundings: Surroundings, readOnly: Bool = false) {
    if let named = named ?? surroundings.value(of: "CALLOFF_STORE") {
      self.init(path: named, isNamed: true, isReadOnly: readOnly)
      return
    }
    let folder: String? =
      if let data = surroundings.value(of: "XDG_DATA_HOME"), data.hasPrefix("/") {
        data
      } else if let home = surroundings.value(of: "HOME"), home.hasPrefix("/") {
        "\(home)/.local/share"
      } else {
        nil
      }
    self.init(path: folder.map { "\($0)/calloff/calloff.sqlite" }, isReadOnly: readOnly)
  }
}
