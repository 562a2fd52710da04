extension FindingCode {
  /// The finding code with this code or name, in any case.
  package init?(word: String) {
    let word = word.lowercased()
    let code = FindingCode.allCases.first { $0.rawValue.lowercased() == word || $0.name == word }
    guard let code else { return nil }
    self = code
  }

  /// The codes that a user who typed an unknown word probably meant.
  ///
  /// A letter with digits is a mistyped code, so all codes with that letter are candidates.
  /// Anything else is a mistyped name.
  package static func codes(near word: String) -> [FindingCode] {
    if let letter = word.first, !word.dropFirst().isEmpty, word.dropFirst().allSatisfy(\.isNumber) {
      return allCases.filter { $0.rawValue.hasPrefix(letter.uppercased()) }
    }
    let name = nearest(to: word.lowercased(), among: allCases.map(\.name))
    return allCases.filter { $0.name == name }
  }
}
