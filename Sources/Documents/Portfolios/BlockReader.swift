import Procurement
import Text

/// Reads the rows of one piece of a table of lines.
struct BlockReader {
  let text: UnsafeBufferPointer<UInt8>
  private let header: TableHeader<PortfolioColumn>
  private var scanner: RowScanner
  var block: RowBlock

  /// The words of columns, in the order in which they are read.
  var words = [CellWords](repeating: CellWords(), count: 8)
  var clusters: ClusterWords
  var funds = FundWords()
  var choices = CellChoices()
  private var lastRow: RepeatedRow
  /// Whether the current row has a fault.
  private var isFaulty = false

  /// A reader of the piece with a number, whose rows a scanner finds.
  init(
    _ number: Int, _ scanner: RowScanner, _ header: TableHeader<PortfolioColumn>,
    _ clusters: [String]
  ) {
    text = scanner.text
    self.scanner = scanner
    self.header = header
    block = RowBlock(number: number)
    self.clusters = ClusterWords(clusters)
    lastRow = RepeatedRow(header)
  }

  /// Reads all rows; plain ones are known to be text.
  mutating func read(isPlain: Bool) -> RowBlock {
    let isText = isPlain || textFault(in: text, of: .table) == nil
    while scanner.advance() {
      block.rows += 1
      isFaulty = false
      if !isText { checkText() }
      if isUsual() { readRow() }
    }
    block.breaks = scanner.breaks
    return block
  }

  // MARK: Rows

  private mutating func isUsual() -> Bool {
    for problem in CSVProblem.allCases {
      if let index = scanner.problems[problem] {
        fault(problem.message(within: scanner.limits), atByte: index)
      }
    }
    if isFaulty { return false }
    let fit = header.fit(cells: scanner.count, isBlankBeyond: !scanner.hasMore)
    let place = Place(line: lineNumber, column: 1)
    block.widths.note(fit, cells: scanner.count, width: header.width, at: place)
    if fit == .wrong { fault(RowWidths.message(cells: scanner.count, width: header.width)) }
    return !isFaulty
  }

  private mutating func checkText() {
    let row = UnsafeBufferPointer(rebasing: text[scanner.start..<scanner.position])
    guard let found = textFault(in: row, of: .table) else { return }
    isFaulty = true
    let place = Place(line: scanner.line + found.place.line, column: found.place.column)
    block.faults.add(Fault(place: place, message: found.message))
  }

  private mutating func readRow() {
    // Mostly the rows of a line differ only in the year and its amounts.
    if !block.runs.isEmpty, lastRow.isRepeated(by: scanner.cells, in: text) {
      readAmounts()
    } else {
      readLineAndAmounts()
    }
    if isFaulty { lastRow.forget() } else { lastRow.keep(scanner.cells) }
  }

  private mutating func readLineAndAmounts() {
    let trust = readTrust()
    let cluster = readCluster()
    let line = readLine()
    guard let trust, !isFaulty else {
      checkAmounts()
      return
    }
    // A row that differs from the one before starts another run; conflicts are found later.
    let isContinued =
      block.runs.last.map { last in
        last.trust == trust && last.cluster == cluster && last.line.id == line.id
          && line.differs(from: last.line) == nil
      } ?? false
    if !isContinued {
      block.runs.append(RowBlock.Run(trust: trust, cluster: cluster, amounts: 0, line: line))
    }
    readAmounts()
    if isFaulty, !isContinued { block.runs.removeLast() }
  }

  /// Finds further faults of a row that is left out.
  private mutating func checkAmounts() {
    _ = (readYear(), readMoney(.capital), readMoney(.revenue))
  }

  /// Adds the amounts of the row to the last run.
  private mutating func readAmounts() {
    let year = readYear()
    let capital = readMoney(.capital)
    let revenue = readMoney(.revenue)
    guard !isFaulty, capital != 0 || revenue != 0 else { return }
    guard let year else {
      fault("the row has an amount but not a year; write one, such as `2004-05`", .year)
      return
    }
    guard !block.hasAmounts(in: year) else {
      fault(PortfolioFault.again(year), .year)
      return
    }
    add(capital, AmountSlot(year, .capital))
    add(revenue, AmountSlot(year, .revenue))
  }

  private mutating func add(_ pence: Int64, _ slot: AmountSlot) {
    guard pence != 0 else { return }
    block.slots.append(slot)
    block.pence.append(pence)
    block.runs[block.runs.count - 1].amounts += 1
  }

  // MARK: Cells

  /// A cell of the current row; nil if the table does not have the column.
  @inline(__always)
  func cell(_ column: PortfolioColumn) -> CSVCell? {
    let place = header.places[column.ordinal]
    return place < 0 ? nil : scanner.cells[place]
  }

  /// The cell of an amount or a choice, without blanks at its ends; nil if it is blank.
  @inline(__always)
  func word(_ column: PortfolioColumn) -> CSVCell? {
    guard let cell = cell(column)?.trimmed(in: text), cell.start < cell.end else { return nil }
    return cell
  }

  /// The line of the piece on which the row starts, counted from 1.
  var lineNumber: Int { scanner.line + 1 }

  /// Reports a fault of the row, at a cell or at its start.
  mutating func fault(_ message: String, _ column: PortfolioColumn? = nil) {
    fault(message, atByte: column.flatMap(cell)?.startOffset ?? scanner.start)
  }

  private mutating func fault(_ message: String, atByte index: Int) {
    isFaulty = true
    let row = UnsafeBufferPointer(rebasing: text[scanner.start...])
    let place = Documents.place(ofByte: index - scanner.start, in: row)
    block.faults.add(
      Fault(place: Place(line: scanner.line + place.line, column: place.column), message: message))
  }
}
