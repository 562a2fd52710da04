import Procurement

/// The clusters of cells.
struct ClusterWords {
  /// The ids of all clusters.
  let ids: [String]
  private var table = InternTable()
  private var words = CellWords()

  init(_ ids: [String]) {
    self.ids = ids
    for id in ids { _ = table.id(of: id) }
  }

  /// The place of a cell's cluster; nil if it is unknown.
  mutating func place(of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>) -> UInt16? {
    let word = Int(words.word(of: cell, in: text, &table))
    return word == 0 || word > ids.count ? nil : UInt16(word - 1)
  }
}

/// The lists of funds of cells.
struct FundWords {
  private var cells = InternTable()
  private var words = CellWords()
  /// The list for each word of `cells`; nil for a faulty one, which is then reported on each row.
  private var lists: [UInt32?] = [0]

  /// A fund of a list that is not a valid id.
  struct Misfit: Error {
    let id: String
    let fault: CodeKind.Fault
  }

  /// The list of a cell: ids of funds, separated as in `CodeKind.listed`.
  mutating func list(
    of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>, _ strings: inout StringTables
  ) throws(Misfit) -> UInt32 {
    let word = Int(words.word(of: cell, in: text, &cells))
    if word == lists.count { lists.append(nil) }
    if let list = lists[word] { return list }
    var ids: [StringID] = []
    for id in CodeKind.listed(cell.text(in: text)) {
      do throws(CodeKind.Fault) { ids.append(strings.funds.id(of: try CodeKind.id.code(id))) } catch
      {
        throw Misfit(id: id, fault: error)
      }
    }
    let list = strings.fundLists.number(of: ids)
    lists[word] = list
    return list
  }
}

/// The choices of columns that have only a few words.
struct CellChoices {
  let needs = ChoiceWords(Need.allCases)
  let routes = ChoiceWords(Route.allCases)
  let options = ChoiceWords(PACSOption.allCases)
}

/// The words that are allowed in a cell.
struct ChoiceWords<Choice: RawRepresentable<String>> {
  /// The words.
  let words: [String]
  private let known: [(bytes: [UInt8], choice: Choice)]

  init(_ choices: [Choice]) {
    words = choices.map(\.rawValue)
    known = choices.map { (Array($0.rawValue.utf8), $0) }
  }

  /// The choice of a cell; nil for any other word.
  @inline(__always)
  func choice(of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>) -> Choice? {
    for (bytes, choice) in known where bytes.count == cell.end &- cell.start {
      var index = 0
      while index < bytes.count, bytes[index] == text[cell.start &+ index] { index &+= 1 }
      if index == bytes.count { return choice }
    }
    return nil
  }
}

/// Finds rows that repeat the fields of the line on the row before.
struct RepeatedRow {
  /// Ranges of columns other than the year and its amounts.
  private let spans: [Range<Int>]
  private var last: [Range<Int>]

  init(_ header: TableHeader<PortfolioColumn>) {
    let apart: [PortfolioColumn] = [.year, .capital, .revenue]
    let cuts = apart.map { header.places[$0.ordinal] }.filter { $0 >= 0 }.sorted()
    var spans: [Range<Int>] = []
    var start = 0
    for cut in cuts + [header.width] {
      if start < cut { spans.append(start..<cut) }
      start = cut + 1
    }
    self.spans = spans
    last = []
  }

  /// Forgets the stored row.
  mutating func forget() { last.removeAll() }

  /// Stores the cells of a row.
  mutating func keep(_ cells: [CSVCell]) {
    if last.isEmpty { last = spans.map { _ in 0..<0 } }
    for (place, span) in spans.enumerated() { last[place] = RepeatedRow.bytes(of: span, cells) }
  }

  /// Whether a row equals the stored one, byte for byte.
  @inline(__always)
  func isRepeated(by cells: [CSVCell], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !last.isEmpty else { return false }
    for (place, span) in spans.enumerated() {
      let (bytes, known) = (RepeatedRow.bytes(of: span, cells), last[place])
      guard bytes.count == known.count,
        text.isSame(at: bytes.lowerBound, and: known.lowerBound, for: bytes.count)
      else { return false }
    }
    return true
  }

  @inline(__always)
  private static func bytes(of span: Range<Int>, _ cells: [CSVCell]) -> Range<Int> {
    cells[span.lowerBound].startOffset..<cells[span.upperBound &- 1].end
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a number of bytes are the same at two places.
  @inline(__always)
  func isSame(at one: Int, and other: Int, for count: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var index = 0
    while index &+ 8 <= count {
      let first = bytes.loadUnaligned(fromByteOffset: one &+ index, as: UInt64.self)
      let second = bytes.loadUnaligned(fromByteOffset: other &+ index, as: UInt64.self)
      if first != second { return false }
      index &+= 8
    }
    while index < count {
      if bytes[one &+ index] != bytes[other &+ index] { return false }
      index &+= 1
    }
    return true
  }
}
