internal import Procurement

/// Whether a text can be the name of a trust: one line, and not blank.
func isTrustName(_ text: String) -> Bool {
  text.contains { !$0.isWhitespace } && text.utf8.allSatisfy { $0 >= 0x20 }
}

/// Whether a text can be the code of a region: a capital letter.
func isRegionCode(_ text: String) -> Bool {
  guard let letter = text.utf8.first, text.utf8.count == 1 else { return false }
  return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
}

/// The day that eight digits write, as in `20041102`.
func registerDate(_ text: String) -> CalendarDate? {
  let digits = Array(text.utf8)
  guard digits.count == 8 else { return nil }
  // CalendarDate refuses characters other than digits.
  let parts = [digits[..<4], digits[4..<6], digits[6...]].map {
    String(decoding: $0, as: UTF8.self)
  }
  return CalendarDate(parts.joined(separator: "-"))
}

/// What is wrong with the days of a trust, if anything.
func contradiction(opened: CalendarDate?, closed: CalendarDate?) -> String? {
  guard let opened, let closed, closed < opened else { return nil }
  return "the trust closes on \(closed), before it opens on \(opened); correct one of the days"
}
