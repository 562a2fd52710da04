public import Procurement

extension Programme {
  /// Reads a programme document, or says everything that is wrong with it.
  public static func read(_ bytes: [UInt8], limits: Limits = .standard) throws(FaultList)
    -> Programme
  {
    try ProgrammeReader.document.document(parse(bytes, limits: limits))
  }

  /// The programme that is built in: the National Programme for IT.
  public static func builtIn() throws(FaultList) -> Programme {
    try read(PackageResources.npfit_yaml)
  }
}
