public import Documents
public import Procurement

/// A table of lines, and the one of funds and groups beside it, by name.
public struct LineTable: Hashable, Sendable {
  /// The table of lines.
  public let lines: String
  /// The table of funds and groups; nil where the lines have none.
  public let funds: String?

  /// Tables by name.
  public init(lines: String, funds: String?) {
    self.lines = lines
    self.funds = funds
  }
}

extension FileAccess {
  /// The document that two tables are; nil where `isWanted`, which is given how many bytes of how
  /// many have been read, says that it is not wanted any more.
  public func document(
    of table: LineTable, for programme: Programme,
    isWanted: @Sendable (_ bytes: Int, _ size: Int?) -> Bool
  ) throws(FaultyFile) -> PortfolioDocument? {
    let funds = try table.funds.map { name throws(FaultyFile) in
      (name: name, bytes: try bytes(of: name))
    }
    let lines = try source(table.lines)
    do throws(PortfolioError) {
      return try readPortfolio(lines: lines, funds: funds, for: programme) { bytes in
        isWanted(bytes, lines.size)
      }
    } catch {
      switch error {
      case .file(let name, let error):
        throw FaultyFile(name: name, message: error.message(for: name))
      case .table(let name, let faults): throw FaultyFile(name: name, faults: faults)
      case .cancelled: return nil
      }
    }
  }

  private func source(_ name: String) throws(FaultyFile) -> TableSource {
    do throws(FileError) { return try openTable(name).get() } catch {
      throw FaultyFile(name: name, message: error.message(for: name))
    }
  }
}

extension PortfolioDocument {
  /// The faults of the tables that it was read from, by table; none where all rows are good.
  public func faulty(in table: LineTable) -> [FaultyFile] {
    [
      FaultyFile(name: table.lines, faults: faults),
      FaultyFile(name: table.funds ?? "", faults: fundFaults),
    ].filter { !$0.faults.isEmpty }
  }
}
