import CYAML
public import Procurement

/// A plan together with where its parts stand in the document it was read from.
public struct PlanDocument: Hashable, Sendable {
  /// The plan.
  public let plan: Plan
  /// Where its parts stand.
  public let places: PlanPlaces
}

/// Reads a plan document for a programme of these clusters, or says everything that is wrong.
///
/// A service, supplier, fund or group that a line names and nobody declares is no fault of the
/// document: that is for the validation to find.
public func readPlan(
  _ bytes: [UInt8], clusters: [String], limits: Limits = .standard
) throws(FaultList) -> PlanDocument {
  // The nodes of a large document take several times as much as its plan, and the C library keeps
  // for later what was freed. There is no later: nothing as large is read again.
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

/// The fault of a document of a later version, the only one worth naming: what else looks wrong in
/// it may be right by that version.
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
