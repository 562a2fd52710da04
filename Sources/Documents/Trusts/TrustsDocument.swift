public import Procurement

/// The trusts of a register that belong to a programme, and those that are left out.
public struct TrustsDocument: Hashable, Sendable {
  /// The trusts in the order of the register, followed by those that only the overrides have.
  public let trusts: [RegisteredTrust]
  /// The trusts that are left out: those of regions without a cluster, by the region's letter, and
  /// then those without a region.
  public let leftOut: [LeftOutTrusts]
  /// Overrides that were not used, as notices with their places in the file of overrides.
  ///
  /// They are not errors, since one file of overrides may be for registers of several years.
  public let unused: [Fault]
}

/// A file of a register of trusts.
public struct TrustsFile: Sendable {
  /// What the user calls it.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A file of a register of trusts with faults: the first hundred, and the number of others.
public struct FaultyTrustsFile: Error {
  /// What the user calls it.
  public let name: String
  /// What is wrong.
  public let faults: FaultList
}

/// Reads the register of trusts that the Organisation Data Service of the NHS publishes, or throws
/// the faults of the first file that has any.
///
/// Each file is a table without a header, with 24 cells in a row, or 27 in recent versions: one of
/// NHS trusts, others of primary care trusts and of care trusts. Clusters list the letters that the
/// register uses for their regions, so nothing here depends on a programme; if a programme does not
/// have such letters, overrides give each trust its cluster.
public func readTrusts(
  _ files: [TrustsFile], clusters: [Cluster], overrides: TrustOverrides = .none,
  limits: CSVLimits = .standard
) throws(FaultyTrustsFile) -> TrustsDocument {
  var reader = TrustsReader(clusters: clusters, overrides: overrides)
  for file in files {
    do throws(FaultList) { try reader.read(file, limits: limits) } catch {
      throw FaultyTrustsFile(name: file.name, faults: error)
    }
  }
  return reader.document
}
