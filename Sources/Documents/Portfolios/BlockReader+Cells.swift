import Procurement
import Text

/// The cells of a row as values.
extension BlockReader {
  /// The code of the row's trust; nil if it is missing or faulty.
  mutating func readTrust() -> StringID? {
    let trust = taken(
      words[0].code(of: cell(.trust), in: text, .trust, &block.strings.trusts), .trust, .trust)
    if trust == 0 {
      fault("the trust is missing; write its code", .trust)
      return nil
    }
    return trust
  }

  /// The number of a code; nil if it is faulty.
  @inline(__always)
  private mutating func taken(
    _ code: Result<StringID, CodeKind.Fault>, _ kind: CodeKind, _ column: PortfolioColumn
  ) -> StringID? {
    switch code {
    case .success(let word): return word
    case .failure(let fault):
      let found = cell(column).map { $0.text(in: text) } ?? ""
      self.fault(fault.words(kind.noun(column.rawValue), quoted(found)), column)
      return nil
    }
  }

  /// The place of the row's cluster.
  mutating func readCluster() -> UInt16 {
    let cell = word(.cluster)
    if let place = cell.flatMap({ clusters.place(of: $0, in: text) }) { return place }
    fault(unlisted("cluster", cell?.text(in: text) ?? "", known: clusters.ids), .cluster)
    return 0
  }

  /// The fields of the line on the row.
  mutating func readLine() -> ColumnLine {
    var line = ColumnLine()
    line.row = UInt32(clamping: lineNumber)
    let id = taken(
      words[1].code(of: cell(.line), in: text, .id, &block.strings.ids), .id, .line)
    if id == 0 { fault("the line is missing; write its id, such as `L1`", .line) }
    line.id = id ?? 0
    let service = taken(
      words[2].code(of: cell(.service), in: text, .id, &block.strings.services), .id, .service)
    if service == 0 { fault("the service is missing; see `calloff catalogue`", .service) }
    line.service = service ?? 0
    line.supplier =
      taken(
        words[3].code(of: cell(.supplier), in: text, .supplier, &block.strings.suppliers),
        .supplier, .supplier) ?? 0
    line.group =
      taken(words[4].code(of: cell(.group), in: text, .id, &block.strings.groups), .id, .group) ?? 0
    line.fundList = readFunds()
    if let cell = cell(.description), cell.start < cell.end {
      line.description = words[5].word(of: cell, in: text, &block.strings.descriptions)
      line.traits.isDescribed = !cell.isBlank(in: text)
    }
    if let cell = cell(.justification), cell.start < cell.end {
      line.justification = words[6].word(of: cell, in: text, &block.strings.justifications)
      line.traits.isJustified = !cell.isBlank(in: text)
    }
    readTraits(&line.traits)
    return line
  }

  /// The list of the row's funds.
  private mutating func readFunds() -> UInt32 {
    guard let cell = cell(.funds), cell.start < cell.end else { return 0 }
    do throws(FundWords.Misfit) {
      return try funds.list(of: cell, in: text, &block.strings)
    } catch {
      fault(error.fault.words("fund", quoted(error.id)), .funds)
      return 0
    }
  }

  private mutating func readTraits(_ traits: inout LineTraits) {
    if let need = choice(.need, choices.needs) { traits.need = need }
    traits.route = choice(.route, choices.routes)
    traits.pacs = choice(.pacs, choices.options)
    traits.spineConnected = truth(.spineConnected)
    traits.crsInteroperable = truth(.crsInteroperable)
  }

  /// One of a few words; nil for an empty cell.
  private mutating func choice<Choice: SpelledWord>(
    _ column: PortfolioColumn, _ known: ChoiceWords<Choice>
  ) -> Choice? {
    guard let cell = word(column) else { return nil }
    if let choice = known.choice(of: cell, in: text) { return choice }
    if let choice = Choice(spelling: cell.text(in: text)) { return choice }
    fault(unlisted(column.rawValue, cell.text(in: text), known: known.words), column)
    return nil
  }

  /// A yes or no; nil for an empty cell.
  private mutating func truth(_ column: PortfolioColumn) -> Bool? {
    guard let cell = word(column) else { return nil }
    // Spreadsheets write `TRUE` and `FALSE`.
    switch cell.text(in: text).lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    case let word:
      fault("\(quoted(word)) is not valid; write `true` or `false`, or leave it empty", column)
      return nil
    }
  }

  /// The row's year; nil for an empty cell.
  mutating func readYear() -> FinancialYear? {
    guard let cell = word(.year) else { return nil }
    if let year = cell.year(in: text) { return year }
    let word = cell.text(in: text)
    fault(yearFault(word), .year)
    return nil
  }

  /// An amount in pence; zero for an empty cell or a dash.
  mutating func readMoney(_ column: PortfolioColumn) -> Int64 {
    guard let cell = word(column) else { return 0 }
    if let pence = cell.pence(in: text) { return pence }
    let word = cell.text(in: text)
    do throws(Money.Fault) { return try Money.inTable(word)?.pence ?? 0 } catch {
      fault(tableWords(for: error, word), column)
      return 0
    }
  }
}

extension CSVCell {
  /// The financial year in the cell; nil if it is not one.
  @inline(__always)
  fileprivate func year(in text: UnsafeBufferPointer<UInt8>) -> FinancialYear? {
    guard end &- start == 7, text[start &+ 4] == UInt8(ascii: "-"),
      let century = digits(0, in: text), let first = digits(2, in: text),
      let second = digits(5, in: text), (first + 1) % 100 == second
    else { return nil }
    return FinancialYear(start: century * 100 + first)
  }

  /// The number that two digits write.
  @inline(__always)
  private func digits(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let (tens, ones) = (text[start &+ offset] &- 0x30, text[start &+ offset &+ 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  /// Plain pounds of usual size in pence; nil for anything else, which is then read in full.
  @inline(__always)
  fileprivate func pence(in text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard end &- start <= 15 else { return nil }
    var whole = end
    if end &- start > 3, text[end &- 3] == UInt8(ascii: ".") { whole = end &- 3 }
    var number: Int64 = 0
    for index in start..<end where index != whole {
      let digit = text[index] &- 0x30
      if digit > 9 { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return whole == end ? number &* 100 : number
  }
}
