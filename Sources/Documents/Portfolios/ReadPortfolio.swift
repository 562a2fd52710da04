import Parallel
public import Procurement
import Synchronization

/// A portfolio that was read from tables of lines, funds and groups.
public struct PortfolioDocument: Sendable {
  /// A plan for each trust of the table, without rows that have faults.
  public let portfolio: Portfolio
  /// The faults of the table of lines, up to a hundred.
  public let faults: FaultList
  /// The faults of the table of funds and groups, up to a hundred.
  public let fundFaults: FaultList
  /// The number of rows of lines, including faulty ones.
  public let rows: Int
}

/// Why tables cannot be read at all.
public enum PortfolioError: Error, Hashable, Sendable {
  /// A file cannot be read.
  case file(name: String, FileError)
  /// The header of a table cannot be read.
  case table(name: String, FaultList)
  /// The caller has cancelled reading.
  case cancelled
}

extension CSVLimits {
  /// The limits for a table of lines: at least ten million lines of about two hundred bytes.
  public static let portfolio = CSVLimits(bytes: 16 << 30, cell: 64 << 10, columns: 1_024)
}

/// Reads a table of lines for many trusts, and a table of their funds and groups, on all cores.
///
/// docs/portfolio.md describes both. From time to time `isWanted` is called, on any thread, with
/// the number of bytes of the table of lines that have been read; if it returns false, reading
/// ends.
public func readPortfolio(
  lines: TableSource, funds: (name: String, bytes: [UInt8])? = nil, for programme: Programme,
  limits: CSVLimits = .portfolio, isWanted: @Sendable (_ bytes: Int) -> Bool = { _ in true }
) throws(PortfolioError) -> PortfolioDocument {
  var fundTable = FundTable()
  if let funds {
    do throws(FaultList) { fundTable = try FundTable(funds.bytes, limits: .standard) } catch {
      throw .table(name: funds.name, error)
    }
  }
  let clusters = programme.clusters.map(\.id)
  let reader = LineTableReader(lines, clusters: clusters, limits: limits)
  var assembly = try reader.read(isWanted)
  if assembly.rows == 0 { assembly.add(TableHeader<PortfolioColumn>.noRows) }
  let portfolio = assembly.portfolio(fundTable, source: lines.name, clusters: clusters)
  fundTable.checkTrusts(portfolio.strings)
  return PortfolioDocument(
    portfolio: portfolio, faults: assembly.faults, fundFaults: fundTable.faults,
    rows: assembly.rows)
}

extension FundTable {
  /// Reports the trusts that have funds but do not have lines.
  fileprivate mutating func checkTrusts(_ strings: StringTables) {
    for (code, place) in trusts where strings.trusts.find(code.comparedTrustCode) == nil {
      add(
        Fault(
          place: place,
          message:
            "the trust \(quoted(code)) has no lines; check its code, or remove its funds"
        ))
    }
  }
}

/// Reads a table of lines in pieces.
private struct LineTableReader {
  private let source: TableSource
  private let clusters: [String]
  private let limits: CSVLimits

  init(_ source: TableSource, clusters: [String], limits: CSVLimits) {
    self.source = source
    self.clusters = clusters
    self.limits = limits
  }

  /// The state that cores share while they read.
  private struct Shared {
    var blocks: TableBlocks
    var read: [RowBlock] = []
    var trusts = InternTable()
    var error: PortfolioError?
  }

  func read(
    _ isWanted: @Sendable (_ bytes: Int) -> Bool
  ) throws(PortfolioError) -> PortfolioAssembly {
    var blocks = try TableBlocks(source, limits: limits)
    let (first, header, place) = try beginning(&blocks)
    let separator = place.separator
    let start = read(first, header, place)
    var beginning = Shared(blocks: blocks)
    add(start, to: &beginning)
    let shared = Mutex(beginning)
    onEachCore {
      while let block = next(shared, isWanted) {
        let rows = read(
          block, header, TableStart(separator: separator, position: 0, breaks: 0))
        shared.withLock { add(rows, to: &$0) }
      }
    }
    return try shared.withLock { shared throws(PortfolioError) in
      if let error = shared.error { throw error }
      var assembly = PortfolioAssembly()
      for block in shared.read.sorted(by: { $0.number < $1.number }) { assembly.add(block) }
      return assembly
    }
  }

  /// Adds a piece, unless the table then has too many trusts.
  private func add(_ rows: RowBlock, to shared: inout Shared) {
    shared.read.append(rows)
    for word in 1..<max(1, StringID(rows.strings.trusts.count)) {
      _ = shared.trusts.id(of: rows.strings.trusts[word].comparedTrustCode)
    }
    guard shared.trusts.count - 1 > limits.trusts, shared.error == nil else { return }
    let fault = Fault(
      place: .start,
      message: "the table has more than \(limits.trusts) trusts; split it into several")
    shared.error = .table(name: source.name, FaultList(fault))
  }

  /// The next piece; nil at the end, or after an error.
  private func next(
    _ shared: borrowing Mutex<Shared>, _ isWanted: @Sendable (_ bytes: Int) -> Bool
  ) -> TableBlock? {
    shared.withLock { shared in
      guard shared.error == nil else { return nil }
      guard isWanted(shared.blocks.bytesRead) else {
        shared.error = .cancelled
        return nil
      }
      do throws(PortfolioError) { return try shared.blocks.block() } catch {
        shared.error = error
        return nil
      }
    }
  }

  /// The first piece, its header, and where the rows after it start.
  private func beginning(
    _ blocks: inout TableBlocks
  ) throws(PortfolioError) -> (TableBlock, TableHeader<PortfolioColumn>, TableStart) {
    let first = try blocks.block()
    do throws(FaultList) {
      guard let first, let separator = blocks.separator else {
        throw FaultList(LineTableReader.empty)
      }
      var reader = CSVReader(unchecked: first.bytes, separator, limits: limits)
      guard let row = try reader.next() else { throw FaultList(LineTableReader.empty) }
      let header = try TableHeader<PortfolioColumn>(row, required: PortfolioColumn.required)
      let start = TableStart(
        separator: separator, position: reader.position, breaks: reader.line - 1)
      return (first, header, start)
    } catch {
      throw .table(name: source.name, error)
    }
  }

  private static let empty = Fault(
    place: .start, message: "the table is empty; start it with a header")

  private func read(
    _ block: TableBlock, _ header: TableHeader<PortfolioColumn>, _ start: TableStart
  ) -> RowBlock {
    block.bytes.withUnsafeBufferPointer { text in
      RowScanner.withSeparators(of: text, start.separator) { separators, isPlain in
        let scanner = RowScanner(
          text, separators, from: start, width: header.width, limits: limits)
        var reader = BlockReader(block.number, scanner, header, clusters)
        return reader.read(isPlain: isPlain)
      }
    }
  }
}
