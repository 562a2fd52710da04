/// What a user should know of a store before they begin.
enum StoreWarning {
  /// The warnings in words.
  static func all(isOnNetwork: Bool, _ trust: StoreTrust) -> [String] {
    var warnings: [String] = []
    if isOnNetwork {
      warnings.append("the store lies on a network: others' changes are seen when you press a key")
    }
    if trust.isReplaceable {
      warnings.append(
        "any user may replace the store: its folder is open to all; run `chmod o-w` on it")
    }
    return warnings
  }
}
