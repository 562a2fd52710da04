import Text

/// A word as it is written, and what is between it and the word before.
struct ScannedWord {
  /// What is between two words.
  enum Gap {
    /// Blanks, or marks that mean nothing here.
    case blank
    /// A hyphen: `e-booking`.
    case hyphen
    /// What lists things: a comma, a slash, an ampersand.
    case list
    /// What begins another statement: a bracket, a colon, a dash between blanks.
    case statement
  }

  /// In lower case.
  var text: String
  var gap: Gap

  /// It is made of letters that are written by themselves.
  var isInitials: Bool

  init(text: String, gap: Gap) {
    self.text = text
    self.gap = gap
    isInitials = text.utf8.count == 1 && text.utf8.first.map { $0 >= 0x61 } ?? false
  }

  /// A letter by itself.
  var isLetter: Bool { isInitials && text.utf8.count == 1 }
}

/// Cuts a text into words.
struct DescriptionScanner {
  private(set) var words: [ScannedWord] = []
  private var word: [UInt8] = []
  private var gap = ScannedWord.Gap.blank
  private var isAfterBlank = true
  private var isAfterCapital = false

  /// The most that is looked at of a text, in characters and in words; a rule must not wait for a
  /// novel.
  private static let characterLimit = 1_000
  private static let wordLimit = 32

  /// What follows a `not` is not meant, so it is not read: `Electronic booking (but not …)`.
  init(_ text: String) {
    words.reserveCapacity(8)
    for scalar in text.unicodeScalars.prefix(DescriptionScanner.characterLimit) {
      if scalar.isPartOfWord {
        add(scalar)
      } else if !scalar.isHidden || scalar.isBlank {
        guard endWord() else { return }
        widenGap(by: scalar)
      }
    }
    _ = endWord()
    joinInitials()
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      // The s of `GPs` is a plural; that of `PAS` is not.
      if isAfterCapital, scalar == "s" { return }
      isAfterCapital = word.count > 0 && (0x41...0x5A).contains(scalar.value)
      word.append(UInt8(scalar.value) | 0x20)
    } else {
      isAfterCapital = false
      word.append(contentsOf: String(scalar.narrow).lowercased().utf8)
    }
  }

  /// Whether to read on.
  private mutating func endWord() -> Bool {
    guard !word.isEmpty else { return true }
    defer { word.removeAll(keepingCapacity: true) }
    if word.elementsEqual("not".utf8) || words.count == DescriptionScanner.wordLimit {
      return false
    }
    words.append(ScannedWord(text: String(decoding: word, as: UTF8.self), gap: gap))
    gap = .blank
    isAfterBlank = false
    isAfterCapital = false
    return true
  }

  private mutating func widenGap(by scalar: Unicode.Scalar) {
    switch scalar {
    case ",", "/", "&", "+": if gap != .statement { gap = .list }
    case "(", ")", "[", "]", ":", ";": gap = .statement
    case ".": if words.last?.isLetter != true { gap = .statement }
    case "-", "\u{2010}"..."\u{2015}":
      if isAfterBlank { gap = .statement } else if gap == .blank { gap = .hyphen }
    default: if gap == .hyphen { gap = .blank }
    }
    isAfterBlank = scalar.isBlank
  }
}

extension DescriptionScanner {
  /// Letters by themselves are a word together: `A&E`, `A and E`, `G.P.`.
  private mutating func joinInitials() {
    guard words.contains(where: \.isLetter) else { return }
    var joined: [ScannedWord] = []
    var place = 0
    while place < words.count {
      var word = words[place]
      place += 1
      while word.isInitials, let next = initial(at: place) {
        word.text += words[next].text
        word.isInitials = true
        place = next + 1
      }
      joined.append(word)
    }
    words = joined
  }

  /// The place of a letter that belongs to the initials before it, if one is at a place.
  private func initial(at place: Int) -> Int? {
    guard place < words.count else { return nil }
    let isAfterAnd = words[place].text == "and" && place + 1 < words.count
    let next = isAfterAnd ? place + 1 : place
    guard words[next].isLetter, words[next].gap != .statement else { return nil }
    // The e of `a e-booking` belongs to what follows.
    let isPrefix = next + 1 < words.count && words[next + 1].gap == .hyphen
    return isPrefix && !isAfterAnd && words[next].gap != .list ? nil : next
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a word: a letter, a digit, or a mark on one.
  fileprivate var isPartOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default:
      if properties.isAlphabetic || properties.numericType != nil { return true }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return !isHidden
      default: return false
      }
    }
  }
}
