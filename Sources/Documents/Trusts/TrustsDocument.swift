public import Procurement

/// The trusts of a register that belong to a programme, and what became of the others.
public struct TrustsDocument: Hashable, Sendable {
  /// The trusts in the order of the register, and then those that only the overrides have.
  public let trusts: [RegisteredTrust]
  /// The trusts that are left out: those of regions without a cluster, by the region's letter, and
  /// then those without a region.
  public let leftOut: [LeftOutTrusts]
  /// Overrides that nothing came of, as notices with their places in the file of overrides.
  ///
  /// They are no faults, since one file of overrides may be for registers of several years.
  public let unused: [Fault]
}

/// Reads the register of trusts that the Organisation Data Service of the NHS publishes, or says
/// what is wrong with it: the first hundred faults, and how many more there are.
///
/// It is a table without a header, of 24 cells a row and since some time of 27. Which cluster has
/// which region the clusters say themselves, by the letters that the register uses for regions: so
/// nothing here is about one programme, and one whose regions have no letters gives a cluster to
/// each trust by an override.
public func readTrusts(
  _ bytes: [UInt8], clusters: [Cluster], overrides: TrustOverrides = .none,
  limits: CSVLimits = .standard
) throws(FaultList) -> TrustsDocument {
  var rows = try CSVReader(
    bytes, beginningWith: .row(widths: TrustsReader.widths), limits: limits)
  var reader = TrustsReader(clusters: clusters, overrides: overrides)
  while !reader.isOver {
    do throws(FaultList) {
      guard let row = try rows.next() else { break }
      reader.take(row)
    } catch {
      reader.faults.add(error)
    }
  }
  return try reader.document()
}
