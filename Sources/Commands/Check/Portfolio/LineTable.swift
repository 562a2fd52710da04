import Documents
import Procurement

/// The names of a table of lines and of its table of funds and groups.
struct LineTable: Hashable, Sendable {
  /// The table of lines.
  let lines: String
  /// The table of funds and groups, if there is one.
  let funds: String?
}

/// What was read from tables: the plans of the valid rows, and the errors in the others.
struct TableContents: Sendable {
  /// The plans.
  var portfolio = Portfolio()
  /// The errors, by table; none if all rows are valid.
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

  /// Reads the tables as one document; nil if `isWanted`, which gets the bytes read so far and the
  /// size, cancels the reading.
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

  /// The content of a file.
  func bytes(of name: String) throws(FaultyFile) -> [UInt8] {
    do throws(Failure) { return try read(name).get() } catch {
      throw FaultyFile(name: name, message: error.message)
    }
  }
}

extension PortfolioDocument {
  /// The errors in its tables, by table; none if all rows are valid.
  func faulty(in table: LineTable) -> [FaultyFile] {
    [
      FaultyFile(name: table.lines, faults: faults),
      FaultyFile(name: table.funds ?? "", faults: fundFaults),
    ].filter { !$0.faults.isEmpty }
  }
}
