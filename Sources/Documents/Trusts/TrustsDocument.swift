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

/// Reads the register of trusts that the Organisation Data Service of the NHS publishes, or throws
/// its faults: the first hundred, and the number of others.
///
/// It is a table without a header, with 24 cells in a row, or 27 in recent versions. Clusters list
/// the letters that the register uses for their regions, so nothing here depends on a programme; if
/// a programme does not have such letters, overrides give each trust its cluster.
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
