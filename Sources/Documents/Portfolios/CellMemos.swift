import Procurement

/// The clusters that cells name.
struct ClusterWords {
  /// The ids of all clusters.
  let ids: [String]
  private var table = InternTable()
  private var words = CellWords()

  init(_ ids: [String]) {
    self.ids = ids
    for id in ids { _ = table.id(of: id) }
  }

  /// The place of a cell's cluster; nil where there is no such cluster.
  mutating func place(of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>) -> UInt16? {
    let word = Int(words.word(of: cell, in: text, &table))
    return word == 0 || word > ids.count ? nil : UInt16(word - 1)
  }
}

/// The lists of funds that cells name.
struct FundWords {
  private var cells = InternTable()
  private var words = CellWords()
  /// The list of each word of `cells`; nil for one with a fault, which is found again on each row.
  private var lists: [UInt32?] = [0]

  /// An id of a list that cannot be one.
  struct Misfit: Error {
    let id: String
    let fault: CodeKind.Fault
  }

  /// The list of a cell: ids of funds, separated as `CodeKind.listed` has it.
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

/// The words of columns that have only a few.
struct CellChoices {
  let needs = ChoiceWords(Need.allCases)
  let routes = ChoiceWords(Route.allCases)
  let options = ChoiceWords(PACSOption.allCases)
}

/// A few words that a cell may be.
struct ChoiceWords<Choice: RawRepresentable<String>> {
  /// The words.
  let words: [String]
  private let known: [(bytes: [UInt8], choice: Choice)]

  init(_ choices: [Choice]) {
    words = choices.map(\.rawValue)
    known = choices.map { (Array($0.rawValue.utf8), $0) }
  }

  /// The choice that a cell is; nil for any other word.
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

/// Tells whether a row repeats what the one before it says of its line.
struct RepeatedRow {
  /// Columns that follow each other, none of them of the year or its amounts.
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

  /// No row is like the next one.
  mutating func forget() { last.removeAll() }

  /// Remembers a row's cells.
  mutating func keep(_ cells: [CSVCell]) {
    if last.isEmpty { last = spans.map { _ in 0..<0 } }
    for (place, span) in spans.enumerated() { last[place] = RepeatedRow.bytes(of: span, cells) }
  }

  /// Whether a row says the same as the one that was kept, byte for byte.
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
    cells[span.lowerBound].outset..<cells[span.upperBound &- 1].end
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether so many bytes are the same at two places.
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
