import Documents
import Procurement

/// Made-up registers of trusts in the format of the Organisation Data Service.
enum SampleRegister {
  static let clusters = [
    Cluster(id: "capital", name: "Capital", lsp: "one", regionCodes: ["H"]),
    Cluster(id: "coast", name: "Coast", lsp: "two", regionCodes: ["A", "D"]),
    Cluster(id: "bare", name: "Bare", lsp: "two"),
  ]

  /// A row with as many cells as `columns`, quoted where required or if `isQuoted` is true.
  static func row(
    _ code: String, _ name: String, opened: String = "", closed: String = "", region: String = "H",
    columns: Int = 27, isQuoted: Bool = true
  ) -> String {
    var cells = [String](repeating: "", count: columns)
    cells[0] = code
    cells[1] = name
    cells[4] = "1 Mill Lane, Old Town"
    cells[10] = opened
    cells[11] = closed
    cells[23] = region
    return cells.map { cell in
      isQuoted || cell.contains { ",\"\n".contains($0) }
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\r\n"
  }
}

/// Reads a register of one file.
func readRegister(
  _ bytes: [UInt8], clusters: [Cluster], overrides: TrustOverrides = .none
) throws(FaultList) -> TrustsDocument {
  do throws(FaultyTrustsFile) {
    return try readTrusts(
      [TrustsFile(name: "etr.csv", bytes: bytes)], clusters: clusters, overrides: overrides)
  } catch { throw error.faults }
}
