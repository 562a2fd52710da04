import Procurement
import Sessions
import Text
import Validation

/// What the names of plans on a command line lead to.
struct PlanInput: Sendable {
  /// The table of lines, if one is named.
  let table: LineTable?
  /// The documents and plans of the store in the order in which they were named, those of folders
  /// included, and errors for folders that cannot be read.
  let distinct: DistinctDocuments
  /// Whether any name is a folder's.
  private(set) var hasFolders = false
  /// Reads them.
  let files: FileAccess
  private let isLatestOnly: Bool

  /// Looks up which names are documents and which are folders.
  init(table: LineTable?, names: [String], isLatestOnly: Bool, in files: FileAccess) {
    self.table = table
    self.files = files
    self.isLatestOnly = isLatestOnly
    var documents: [Result<String, FaultyFile>] = []
    for name in names {
      // A folder of that name is `./-`.
      if name != "-", let folder = PlanFolder(name, in: files) {
        documents += folder.documents
        hasFolders = true
      } else {
        documents.append(.success(name))
      }
    }
    distinct = DistinctDocuments(documents, in: files)
  }

  /// Reads all plans. `isKeepingGoing` says whether to use the valid rows of a table with errors.
  func portfolio(for programme: Programme, isKeepingGoing: Bool = false) -> PortfolioReading {
    var reading = PortfolioReading(programme: programme, isKeepingGoing: isKeepingGoing)
    if let table { reading.read(table, in: files) }
    reading.read(distinct.documents, in: files)
    if isLatestOnly { reading.keepLatest() }
    return reading
  }

  /// That `--latest` leaves several plans of a trust for a year, in a line; else empty. These have
  /// the same date or none, or all but one would be left out.
  func remark(onLatestOf findings: [PortfolioFinding]) -> String {
    let trusts = findings.filter { $0.code == .G101 }.compactMap(\.trust)
    guard isLatestOnly, let first = trusts.first else { return "" }
    let whose = trusts.count == 1 ? first : "\(counted(trusts.count, "trust")), such as \(first)"
    return VisibleText.safe(
      "calloff: `--latest` cannot choose among the plans of \(whose): their `as_of` is missing or "
        + "the same, and their money counts more than once") + "\n"
  }
}
