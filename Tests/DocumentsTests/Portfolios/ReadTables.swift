import Documents
import Procurement

/// Reads tables of lines, and of funds and groups, for the built-in programme.
func readTables(
  _ lines: String, funds: String? = nil, piece: Int = 4 << 20
) throws -> PortfolioDocument {
  try readTables(Array(lines.utf8), funds: funds, piece: piece)
}

/// Reads tables of lines, and of funds and groups, for the built-in programme.
func readTables(
  _ lines: [UInt8], funds: String? = nil, piece: Int = 4 << 20
) throws -> PortfolioDocument {
  var limits = CSVLimits.portfolio
  limits.piece = piece
  return try readPortfolio(
    lines: TableSource(name: "lines.csv", bytes: lines),
    funds: funds.map { ("funds.csv", Array($0.utf8)) }, for: try Programme.builtIn(),
    limits: limits)
}

/// The messages of faults, each with its place, and the closing one.
func messages(of faults: FaultList) -> [String] {
  faults.faults.map { "\($0.place) \($0.message)" } + (faults.closing.map { [$0] } ?? [])
}
