extension RegisteredTrust {
  /// The trusts that match the letters typed, the likeliest first.
  ///
  /// First come those whose code starts with the text, then those with a word of the name that
  /// starts with each word typed, then those whose code and name contain each word; otherwise the
  /// order stays. Case, apostrophes and other signs are ignored, and an empty text matches all.
  public static func trusts(
    matching typed: String, among trusts: some Sequence<RegisteredTrust>
  ) -> [RegisteredTrust] {
    let words = words(of: typed)
    if words.isEmpty { return Array(trusts) }
    var ranks: [[RegisteredTrust]] = [[], [], []]
    for trust in trusts {
      if let rank = trust.rank(for: words) { ranks[rank].append(trust) }
    }
    return ranks.flatMap { $0 }
  }

  /// How well it matches the words typed, best 0; nil if it does not.
  private func rank(for typed: [String]) -> Int? {
    let code = RegisteredTrust.words(of: code)
    if typed.count == 1, code.first?.hasPrefix(typed[0]) == true { return 0 }
    let name = RegisteredTrust.words(of: name)
    if typed.allSatisfy({ part in name.contains { $0.hasPrefix(part) } }) { return 1 }
    return typed.allSatisfy { part in (code + name).contains { $0.contains(part) } } ? 2 : nil
  }

  /// Whether a name is this trust's, but for case, signs, and the words that many names share.
  public func isCalled(_ other: String) -> Bool {
    let shared: Set = ["nhs", "trust", "foundation", "the"]
    func own(_ name: String) -> [String] {
      RegisteredTrust.words(of: name.replacing("&", with: " and ")).filter { !shared.contains($0) }
    }
    return own(other) == own(name)
  }

  /// The words of a text for comparison: lower-case letters and digits.
  private static func words(of text: String) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
