import Documents

/// The columns of lines that the user chose, by the width of screens, between sessions.
struct KeptColumns: Sendable {
  private static let folder = "columns"
  private static let file = "lines"

  let state: StateFolder

  /// The names of the columns; none where nothing was kept or it cannot be read.
  func read() -> [String: [String]] {
    let values = state.first(KeptColumns.folder) { folder in
      (try? folder.read(KeptColumns.file)).map { StateRecord(head: $0).values }
    }
    return (values ?? [:]).mapValues { $0.split(separator: " ").map(String.init) }
  }

  /// Keeps the names of the columns.
  func keep(_ columns: [String: [String]]) throws(FileError) {
    let record = StateRecord(columns.mapValues { $0.joined(separator: " ") })
    try state.create(KeptColumns.folder).write(Array(record.head.utf8), to: KeptColumns.file)
  }
}
