import Procurement
import Sessions

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
}
