/// How a cell looks, and how its number is shown.
public enum CellStyle: Int, CaseIterable, Sendable {
  /// As the program shows any cell.
  case plain
  /// A text in several rows if it is long.
  case wrapped
  /// The name of a column.
  case heading
  /// The title of a sheet.
  case title
  /// Pounds and pence.
  case money
  /// A sum of pounds and pence.
  case total
  /// The words beside a sum.
  case label
  /// A whole number.
  case count
  /// A day.
  case day

  /// The part of a file that describes all styles. Each has a second form for a text that begins
  /// like a formula.
  static var part: String {
    let formats =
      allCases.map { $0.format(isQuoted: false) }
      + allCases.map { $0.format(isQuoted: true) }
    return """
      <styleSheet xmlns="\(WorkbookParts.vocabulary)">\
      <numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/>\
      <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="3">\(font(""))\(font("<b/>"))\(font("<b/>", size: 14))</fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFE8EDEE"/></patternFill></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(formats.count)">\(formats.joined())</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """
  }

  private static func font(_ weight: String, size: Int = 11) -> String {
    "<font>\(weight)<sz val=\"\(size)\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
  }

  /// The number by which cells refer to the style.
  func number(isQuoted: Bool) -> Int { rawValue + (isQuoted ? CellStyle.allCases.count : 0) }

  private func format(isQuoted: Bool) -> String {
    let (number, font, fill, border) =
      switch self {
      case .plain, .wrapped: (0, 0, 0, 0)
      case .heading: (0, 1, 2, 0)
      case .title: (0, 2, 0, 0)
      case .money: (164, 0, 0, 0)
      case .total: (164, 1, 0, 1)
      case .label: (0, 1, 0, 1)
      case .count: (3, 0, 0, 0)
      case .day: (165, 0, 0, 0)
      }
    let alignment =
      switch self {
      case .title: ""
      case .wrapped, .heading: "<alignment vertical=\"top\" wrapText=\"1\"/>"
      default: "<alignment vertical=\"top\"/>"
      }
    return """
      <xf numFmtId="\(number)" fontId="\(font)" fillId="\(fill)" borderId="\(border)" xfId="0" \
      applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"\
      \(isQuoted ? " quotePrefix=\"1\"" : "")>\(alignment)</xf>
      """
  }
}
