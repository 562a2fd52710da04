extension RegisteredTrust {
  /// The trusts that somebody may mean who typed these letters, the likeliest first.
  ///
  /// First come those whose code begins with what was typed, then those with a word of the name
  /// that begins with each word typed, then those whose code and name have each word anywhere;
  /// otherwise they stay in order. Case, apostrophes and other signs do not count, and where
  /// nothing is typed all trusts are meant.
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

  /// How well it fits the words typed, best 0; nil where it does not.
  private func rank(for typed: [String]) -> Int? {
    let code = RegisteredTrust.words(of: code)
    if typed.count == 1, code.first?.hasPrefix(typed[0]) == true { return 0 }
    let name = RegisteredTrust.words(of: name)
    if typed.allSatisfy({ part in name.contains { $0.hasPrefix(part) } }) { return 1 }
    return typed.allSatisfy { part in (code + name).contains { $0.contains(part) } } ? 2 : nil
  }

  /// The words of a text as they are compared: small letters and digits.
  private static func words(of text: String) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
