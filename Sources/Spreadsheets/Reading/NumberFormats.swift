import Procurement

/// What a format of cells shows a number as.
enum NumberForm: Hashable {
  case number, day, percentage
  /// Money of another currency than pounds, with its sign or code.
  case foreign(String)
}

/// What each format of cells shows a number as.
final class NumberFormats: XMLConsumer {
  /// The forms by the numbers of formats.
  private(set) var forms: [NumberForm] = []
  private var custom: [Int: NumberForm] = [:]
  private var isInCellFormats = false

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault) {
    switch name {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), custom.count < NumberFormats.most else {
        return
      }
      custom[id] = NumberFormats.form(String((attributes["formatCode"] ?? "").prefix(255)))
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      guard forms.count < NumberFormats.most else { return }
      forms.append(form(of: attributes.number("numFmtId") ?? 0))
    default: break
    }
  }

  private func form(of id: Int) -> NumberForm {
    if let form = custom[id] { return form }
    if NumberFormats.builtInDays.contains(id) { return .day }
    return [9, 10].contains(id) ? .percentage : .number
  }

  func close(_ name: XMLName) throws(SpreadsheetFault) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  /// The formats that Excel allows; others are not looked at.
  private static let most = 65_536

  /// The built-in formats with a day, of all languages.
  private static let builtInDays: Set<Int> = [
    14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
  ]

  /// What a format such as `0%` or `#,##0.00 [$€-407]` shows a number as.
  static func form(_ format: String) -> NumberForm {
    if isDay(format) { return .day }
    if letters(of: format).contains("%") { return .percentage }
    return foreignSign(in: format).map(NumberForm.foreign) ?? .number
  }

  /// The sign or code of another currency than pounds in the first section of a format; nil if there
  /// is none.
  private static func foreignSign(in format: String) -> String? {
    var rest = format[...]
    while let next = rest.popFirst() {
      switch next {
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count).dropFirst()
        guard inside.hasPrefix("$") else { continue }
        let sign = inside.dropFirst().prefix { $0 != "-" }
        if !sign.isEmpty, !["£", "GBP"].contains(sign.uppercased()) { return String(sign) }
      case "\"":
        let words = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(words.count).dropFirst()
        let sign = words.filter { $0 != " " }
        if foreignWords.contains(sign.uppercased()) { return sign }
      case "\\": if let sign = rest.popFirst(), "$€¥".contains(sign) { return String(sign) }
      case "$", "€", "¥": return String(next)
      case ";": return nil
      default: continue
      }
    }
    return nil
  }

  private static let foreignWords: Set<String> = [
    "$", "US$", "USD", "€", "EUR", "¥", "JPY", "CHF", "AUD", "CAD",
  ]

  /// Whether a format such as `dd/mm/yyyy` shows a day: its first section has a day or a year, or a
  /// month that is not the minutes of a time.
  static func isDay(_ format: String) -> Bool {
    guard !["general", "standard"].contains(format.lowercased()) else { return false }
    let letters = letters(of: format)
    if letters.contains("d") || letters.contains("y") { return true }
    return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }

  /// The letters of the first section that stand for parts of a number or day: not those in
  /// quotation marks or brackets, or after `\`, `_` or `*`.
  private static func letters(of format: String) -> String {
    var letters = ""
    var rest = format.lowercased()[...]
    while let next = rest.popFirst() {
      switch next {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        // Elapsed time: `[h]:mm`.
        if let first = rest.first, "hms".contains(first) { letters.append("s") }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case ";": return letters
      default: letters.append(next)
      }
    }
    return letters
  }
}

/// Days as spreadsheets count them.
enum SerialDay {
  /// The day with a number in a file that counts from 1900 or 1904; nil outside the calendar, for
  /// a mere time, and for 29 February 1900, which exists in spreadsheets only.
  static func day(_ number: Double, from1904: Bool) -> CalendarDate? {
    guard number >= (from1904 ? 0 : 1), number < 2_958_466 else { return nil }
    let whole = Int(number)
    if from1904 { return CalendarDate(daysAfter1899: whole + 1_462) }
    guard whole != 60 else { return nil }
    return CalendarDate(daysAfter1899: whole < 60 ? whole + 1 : whole)
  }

  /// The number of a day in a file that counts from 1900; nil before March 1900.
  static func number(_ day: CalendarDate) -> Int? {
    let number = day.daysAfter1899
    return number > 60 ? number : nil
  }
}

extension CalendarDate {
  /// The number of days after 30 December 1899.
  fileprivate var daysAfter1899: Int {
    let years = year - (month < 3 ? 1 : 0)
    let months = (month + 9) % 12
    let days = years * 365 + years / 4 - years / 100 + years / 400
    return days + (months * 153 + 2) / 5 + day - 1 - 693_899
  }

  /// The day so many days after 30 December 1899.
  fileprivate init?(daysAfter1899 days: Int) {
    let shifted = days + 693_899
    let era = shifted / 146_097
    let inEra = shifted % 146_097
    let years = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * years + years / 4 - years / 100)
    let month = (5 * inYear + 2) / 153
    self.init(
      year: era * 400 + years + (month > 9 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: inYear - (153 * month + 2) / 5 + 1)
  }
}
