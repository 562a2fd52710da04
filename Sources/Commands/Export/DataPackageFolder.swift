import Documents
import Exports
import Procurement
import Validation

/// A folder with a data package.
struct DataPackageFolder {
  /// Its path.
  let path: String
  /// Writes its files.
  let output: FileOutput

  /// A folder that is neither empty nor such a package is not written to.
  private static let form = ResultFolder(
    files: Set(DataTable.allCases.map(\.file) + [DataPackage.descriptorFile]),
    mark: DataPackage.descriptorFile, beginning: Array(DataPackage.descriptor.prefix(64)))

  /// Writes plans; files get their names when all of them are complete.
  func write(
    _ plans: inout ExportedPlans, against index: ProgrammeIndex
  ) throws(FileError) {
    try output.makeFolder(path, DataPackageFolder.form)
    try write(DataTable.allCases[...], &plans, index) { _ in }
    try output.write("\(path)/\(DataPackage.descriptorFile)", true) { write throws(FileError) in
      try write(DataPackage.descriptor)
    }
  }

  /// Opens the files of some tables, then writes the plans to all of them.
  private func write(
    _ tables: ArraySlice<DataTable>, _ plans: inout ExportedPlans, _ index: ProgrammeIndex,
    to others: (DataPackageWriter.Piece) throws(FileError) -> Void
  ) throws(FileError) {
    guard let table = tables.first else {
      var writer = DataPackageWriter(against: index)
      try plans.forEach { plan, source throws(FileError) in
        try writer.add(plan, source: source, to: others)
      }
      return try writer.finish(to: others)
    }
    try output.write("\(path)/\(table.file)", true) { write throws(FileError) in
      try self.write(tables.dropFirst(), &plans, index) { piece throws(FileError) in
        if piece.table == table { try write(piece.bytes) } else { try others(piece) }
      }
    }
  }
}
