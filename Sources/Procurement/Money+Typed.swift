import Text

extension Money {
  /// Reads an amount as people write it in forms, tables and spreadsheets: `12500`, `12,500.50`,
  /// `12 500`, `£300`, `12.5k`, `1.2m`. Nil if the text is blank or only a dash, which means none.
  ///
  /// Commas, and blanks as spreadsheets use them, are accepted only before groups of three digits,
  /// because a misplaced one would multiply the amount.
  public static func typed(_ text: some StringProtocol) throws(Fault) -> Money? {
    try read(text.trimmed, unsigned)
  }

  /// Reads an amount from a table: in the same form, but without `k` or `m`, since another program
  /// wrote it.
  public static func inTable(_ text: some StringProtocol) throws(Fault) -> Money? {
    try read(text.trimmed) { digits throws(Fault) in try scaled(digits, by: 0) }
  }

  /// Reads an amount with its sign; `unsigned` reads the rest.
  private static func read(
    _ text: String, _ unsigned: (Substring) throws(Fault) -> Money
  ) throws(Fault) -> Money? {
    // Formats of accounts show nothing as `£-`.
    let bare = text.hasPrefix("£") ? text.dropFirst().trimmed[...] : text[...]
    if text.isEmpty || isDash(bare) { return nil }
    guard let magnitude = magnitude(ofNegative: text) else { return try unsigned(text[...]) }
    if try unsigned(magnitude) != .zero { throw .negative }
    return .zero
  }

  /// The part after a minus, or in the parentheses that accounts use for negative amounts; nil if
  /// the text has neither.
  private static func magnitude(ofNegative text: String) -> Substring? {
    if text.hasPrefix("("), text.hasSuffix(")") { return text.dropFirst().dropLast() }
    let signed = text.hasPrefix("£") ? text.dropFirst().trimmed : text
    return isDash(signed.prefix(1)) ? Substring(signed.dropFirst().trimmed) : nil
  }

  /// Whether a text is only a minus or a dash.
  private static func isDash(_ text: Substring) -> Bool {
    ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2212}"].contains(text)
  }

  private static func unsigned(_ text: Substring) throws(Fault) -> Money {
    switch text.last {
    case "k", "K": try scaled(Substring(text.dropLast().trimmed), by: 3)
    case "m", "M": try scaled(Substring(text.dropLast().trimmed), by: 6)
    default: try scaled(text, by: 0)
    }
  }

  /// Reads grouped digits, with or without a pound sign, and moves the decimal point to the right.
  private static func scaled(_ text: Substring, by zeros: Int) throws(Fault) -> Money {
    var digits = text
    if digits.hasPrefix("£") { digits = Substring(digits.dropFirst().trimmed) }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { throw .malformed }
    let pounds = try ungrouped(whole)
    guard parts.count == 2 else { return try scaled(pounds, "", by: zeros) }
    if parts[1].isEmpty || parts[1].contains(".") { throw .malformed }
    if parts[1].unicodeScalars.contains(where: isSeparator) { throw .separators }
    return try scaled(pounds, parts[1], by: zeros)
  }

  /// Moves the decimal point to the right, exactly.
  private static func scaled(
    _ whole: String, _ fraction: Substring, by zeros: Int
  ) throws(Fault) -> Money {
    if whole.isEmpty { throw .malformed }
    let moved =
      fraction.prefix(zeros) + String(repeating: "0", count: max(0, zeros - fraction.count))
    let rest = fraction.dropFirst(zeros)
    return try Money(pounds: whole + moved + (rest.isEmpty ? "" : "." + rest))
  }

  /// The digits of whole pounds without the separators of groups.
  static func ungrouped(_ text: Substring) throws(Fault) -> String {
    let groups = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: isSeparator
    ).map { String(String.UnicodeScalarView($0)) }
    guard groups.count > 1 else { return String(text) }
    let hasCommas = text.contains(",")
    let isMixed = hasCommas && text.unicodeScalars.contains { $0 != "," && isSeparator($0) }
    // A text that starts with a zero is more likely a fraction with a comma: `0,500`.
    guard !isMixed, (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { throw .separators }
    return groups.joined()
  }

  /// Whether a character may separate groups of three digits: a comma, or a blank, no-break,
  /// figure, thin or narrow no-break space.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }
}
