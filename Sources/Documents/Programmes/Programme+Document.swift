public import Procurement

extension Programme {
  /// Reads a programme document, or throws all of its faults.
  public static func read(_ bytes: [UInt8], limits: Limits = .standard) throws(FaultList)
    -> Programme
  {
    try ProgrammeReader.document.document(parse(bytes, limits: limits))
  }

  /// The built-in programme, the National Programme for IT.
  public static func builtIn() throws(FaultList) -> Programme {
    try read(PackageResources.npfit_yaml)
  }
}
