import Documents
import Procurement

/// A table of lines, and the one of funds and groups beside it, by name.
struct LineTable: Hashable, Sendable {
  /// The table of lines.
  let lines: String
  /// The table of funds and groups; nil where the lines have none.
  let funds: String?
}

/// What tables hold: the plans of their good rows, and the faults of the others.
struct TableContents: Sendable {
  /// The plans.
  var portfolio = Portfolio()
  /// The faults, by table; none where all rows are good.
  var faults: [FaultyFile] = []
}

extension Surroundings {
  /// Reads a table of lines for a programme.
  func read(_ table: LineTable, for programme: Programme) -> TableContents {
    do throws(FaultyFile) {
      guard let document = try document(of: table, for: programme, isWanted: { _, _ in true })
      else { return TableContents() }
      return TableContents(portfolio: document.portfolio, faults: document.faulty(in: table))
    } catch {
      return TableContents(faults: [error])
    }
  }

  /// The document that two tables are; nil where `isWanted`, which is told how many bytes of how many
  /// have been read, says that it is wanted no more.
  func document(
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

  /// What a file holds.
  func bytes(of name: String) throws(FaultyFile) -> [UInt8] {
    do throws(Failure) { return try read(name).get() } catch {
      throw FaultyFile(name: name, message: error.message)
    }
  }
}

extension PortfolioDocument {
  /// What is wrong with the tables that it was read from, by table; none where all rows are good.
  func faulty(in table: LineTable) -> [FaultyFile] {
    [
      FaultyFile(name: table.lines, faults: faults),
      FaultyFile(name: table.funds ?? "", faults: fundFaults),
    ].filter { !$0.faults.isEmpty }
  }
}
