import CYAML
public import Procurement

/// A plan with the places of its parts in the document.
public struct PlanDocument: Hashable, Sendable {
  /// The plan.
  public let plan: Plan
  /// The places of its parts.
  public let places: PlanPlaces
}

/// Reads a plan document for a programme with some clusters, or throws all of its faults.
///
/// An unknown service, supplier, fund or group on a line is not a fault of the document; the
/// validation reports it.
public func readPlan(
  _ bytes: [UInt8], clusters: [String], limits: Limits = .standard
) throws(FaultList) -> PlanDocument {
  // The nodes of a large document take several times as much memory as its plan, and the C library
  // keeps freed memory for reuse. It is returned here, since nothing as large is read again.
  defer { if bytes.count > 1 << 17 { malloc_trim(0) } }
  return try document(bytes, clusters: clusters, limits: limits)
}

private func document(
  _ bytes: [UInt8], clusters: [String], limits: Limits
) throws(FaultList) -> PlanDocument {
  let root = try parse(bytes, limits: limits)
  if let fault = newerVersion(root) { throw FaultList(fault) }
  return try PlanReader(clusters: clusters).reading.document(root)
}

/// The fault of a document with a later version. It is the only one reported, since the rest may be
/// right in that version.
private func newerVersion(_ root: Node) -> Fault? {
  guard case .mapping(let entries) = root.content,
    let version = entries.first(where: { $0.key == "calloff" })?.value,
    case .scalar(let text, isPlain: true) = version.content,
    let number = Int(text), number > 1
  else { return nil }
  return Fault(
    place: version.place,
    message: "version \(number) of plan documents is newer than this program; update calloff")
}
