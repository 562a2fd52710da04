import Sessions

extension StoreLocation {
  /// The store that the caller named, or else the environment, or else the user's own.
  ///
  /// A relative `XDG_DATA_HOME` counts as unset, as the base directory specification says.
  init(named: String?, in surroundings: CommandEnvironment, readOnly: Bool = false) {
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
