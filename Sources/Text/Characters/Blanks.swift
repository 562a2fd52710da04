extension Unicode.Scalar {
  /// Whether this is a line break or a blank of any kind, including the zero-width space and the
  /// Braille blank. Such characters are removed at the ends of texts.
  package var isBlank: Bool {
    value < 0x80
      ? self == " " || (9...13).contains(value)
      : properties.isWhitespace || self == "\u{200B}" || self == "\u{2800}"
  }

  /// Whether this separates words: a blank that has a width. A zero-width space is hidden in a
  /// word.
  package var separatesWords: Bool { isBlank && self != "\u{200B}" }

  /// Whether the character alone is invisible.
  package var isUnseen: Bool { isBlank || isHidden }

  /// Whether the character is invisible and not an ordinary blank: a control character, a
  /// zero-width space, a soft hyphen, a byte-order mark.
  package var isHidden: Bool {
    if value < 0x80 { return value < 0x20 || value == 0x7F }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return false
    }
  }

  /// The ASCII character that a fullwidth character looks like; any other character itself.
  package var narrow: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}

extension String {
  /// The text without blanks of any kind at its ends. The time does not depend on its length.
  package var trimmed: String {
    // Most texts are known by their first and last bytes to have none.
    let letters = UInt8(0x21)...0x7E
    if let first = utf8.first, let last = utf8.last, letters ~= first, letters ~= last {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

extension StringProtocol {
  /// The text without blanks of any kind at its ends.
  package var trimmed: String { String(self).trimmed }

  /// The words of the text.
  package var words: [String] {
    unicodeScalars.split(whereSeparator: \.separatesWords).map {
      String(String.UnicodeScalarView($0))
    }
  }
}

extension String {
  /// The text without hidden characters, and with one ordinary blank between words.
  package var plainWords: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.filter { !$0.isHidden || $0.separatesWords })
    return String(scalars).words.joined(separator: " ")
  }

  /// The text with invisible characters written out by name: blanks at its ends, blanks other than
  /// the ordinary one, and hidden characters. Control characters have signs of their own.
  package var withVisibleBlanks: String {
    let isPlain =
      utf8.first != 0x20 && utf8.last != 0x20 && utf8.allSatisfy { $0 < 0x80 }
    if isPlain { return self }
    let scalars = unicodeScalars
    let inner = trimmed.unicodeScalars.count
    let leading = scalars.prefix(while: \.isBlank).count
    var shown = ""
    for (place, scalar) in scalars.enumerated() {
      let isAtEnd = !(leading..<leading + inner).contains(place)
      if let name = scalar.nameOfUnseen(isAtEnd: isAtEnd) {
        shown += "<\(name)>"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// Its name in a message if it is invisible; nil if it can be seen.
  fileprivate func nameOfUnseen(isAtEnd: Bool) -> String? {
    switch value {
    case 0x20: isAtEnd ? "blank" : nil
    case ..<0x80: nil
    default: isUnseen ? nameOfHidden : nil
    }
  }

  /// The name of a blank or hidden character in a message: `no-break space`, `U+200B`.
  package var nameOfHidden: String {
    switch value {
    case 0x09: return "tab"
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return "line break"
    case 0x20: return "blank"
    case 0xA0: return "no-break space"
    case 0xAD: return "soft hyphen"
    case 0x2009: return "thin space"
    case 0x200B: return "zero-width space"
    case 0x202F: return "narrow no-break space"
    case 0xFEFF: return "byte-order mark"
    default:
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
