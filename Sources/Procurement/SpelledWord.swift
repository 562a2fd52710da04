import Text

/// A choice among a few words, which people spell in more than one way.
public protocol SpelledWord: CaseIterable, RawRepresentable where RawValue == String {
  /// Other spellings, in small letters without blanks or hyphens.
  var otherSpellings: [String] { get }
}

extension SpelledWord {
  /// Other spellings; there are none.
  public var otherSpellings: [String] { [] }

  /// The choice that a word of a spreadsheet means: in any case, with or without blanks, hyphens and
  /// underscores. Plan documents are stricter and take the choice's own word alone.
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
