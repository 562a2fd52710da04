import Sessions

/// The documents that a caller named, and those below folders that the caller named.
struct CheckInput: Sendable {
  /// Documents by name, in the order in which they were named, and in place of folders why they cannot
  /// be looked through.
  let distinct: DistinctDocuments
  /// Whether any name is that of a folder.
  private(set) var hasFolders = false

  /// Looks up what names are names of.
  init(_ names: [String], in surroundings: CommandEnvironment) {
    var documents: [Result<String, FaultyFile>] = []
    for name in names {
      // A folder of that name is `./-`.
      if name != "-", let folder = PlanFolder(name, in: surroundings.files) {
        documents += folder.documents
        hasFolders = true
      } else {
        documents.append(.success(name))
      }
    }
    distinct = DistinctDocuments(documents, in: surroundings.files)
  }
}
