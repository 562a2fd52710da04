import Text

/// A choice of words that people spell in more than one way.
public protocol SpelledWord: CaseIterable, RawRepresentable where RawValue == String {
  /// Other spellings, in lower case without blanks or hyphens.
  var otherSpellings: [String] { get }
}

extension SpelledWord {
  /// No other spellings.
  public var otherSpellings: [String] { [] }

  /// The choice for a word of a spreadsheet, in any case, with or without blanks, hyphens and
  /// underscores. Plan documents are stricter and accept only the exact word.
  public init?(spelling word: String) {
    let wanted = word.lowercased().filter { letter in
      !letter.unicodeScalars.allSatisfy(\.isUnseen) && !"-‐‑_".contains(letter)
    }
    let found = Self.allCases.first {
      $0.rawValue == wanted || $0.otherSpellings.contains(wanted)
    }
    guard let found else { return nil }
    self = found
  }
}

extension Route: SpelledWord {
  /// Other spellings.
  public var otherSpellings: [String] {
    switch self {
    case .programme: ["program"]
    case .calloff: []
    case .open: ["openmarket"]
    }
  }
}

extension Need: SpelledWord {
  /// Other spellings.
  public var otherSpellings: [String] {
    switch self {
    case .new: []
    case .retain: ["retained"]
    }
  }
}

extension PACSOption: SpelledWord {}

extension Fund.Pays: SpelledWord {}
