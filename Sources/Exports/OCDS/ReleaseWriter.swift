public import Procurement
import Text
public import Validation

/// Writes a release package of the Open Contracting Data Standard piece by piece, with a planning
/// release for each line of one plan after the other.
///
/// It holds a limited number of lines, however many there are in all.
public struct ReleaseWriter: Sendable {
  private let prefix: String
  private let publisher: String
  private let publishedDate: CalendarDate
  private var batch: PlanBatch
  private var hasStarted = false
  private var hasReleases = false
  private var hash = FNV.start

  /// A package of plans with these headers and sources, which are judged against a programme.
  public init(
    _ publication: Publication, of plans: [(header: Plan.Header, source: String)],
    against index: ProgrammeIndex
  ) throws(PublicationFault) {
    var sources: [String: String] = [:]
    var latest = CalendarDate.earliest
    for (header, source) in plans {
      guard let date = header.asOf else { throw .noDate(source: source) }
      if let first = sources.updateValue(source, forKey: header.trust.comparedCode) {
        throw .sameTrust(code: header.trust.code, first: first, second: source)
      }
      latest = max(latest, date)
    }
    if let named = publication.publisher {
      publisher = named
    } else {
      guard plans.count == 1 else { throw .noPublisher }
      publisher = plans[0].header.trust.name
    }
    prefix = publication.prefix
    publishedDate = latest
    batch = PlanBatch(against: index)
  }

  /// Adds a plan; `source` says where it comes from.
  public mutating func add<Failure: Error>(
    _ plan: Plan, source: String, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    batch.add(plan, source: source)
    if batch.isFull { try write(to: sink) }
  }

  /// Writes what is left after the last plan.
  public mutating func finish<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try write(to: sink)
    try sink(JSONList.end([("uri", .text("urn:uuid:\(uuid)"))]))
  }

  private mutating func write<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    if !hasStarted {
      hasStarted = true
      try sink(
        JSONList.start(
          [
            ("version", "1.1"), ("extensions", [.text(ReleaseWriter.budgets)]),
            ("publishedDate", .text(ReleaseContext.time(publishedDate))),
            ("publisher", ["name": .text(publisher)]),
          ], list: "releases"))
    }
    let prefix = prefix
    var (hasReleases, hash) = (hasReleases, hash)
    try batch.write(
      { plan, emit in PlanReleases(plan, prefix: prefix).write(emit) },
      to: { (piece: [UInt8]) throws(Failure) in
        // Each release comes with a comma in front.
        let bytes = hasReleases ? piece[...] : piece.dropFirst()
        hasReleases = true
        hash = FNV.hash(bytes, from: hash)
        try sink(Array(bytes))
      })
    (self.hasReleases, self.hash) = (hasReleases, hash)
  }

  /// The extension of the standard that has the budget breakdown.
  private static let budgets =
    "https://raw.githubusercontent.com/open-contracting-extensions/"
    + "ocds_budget_breakdown_extension/master/extension.json"

  /// An identifier of the package that follows from its content, in the form (version 8) for
  /// identifiers of an own kind.
  private var uuid: String {
    let second = FNV.hash(prefix.utf8, from: hash)
    let digits = [hash, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
    let parts = [digits.prefix(8), digits.dropFirst(8).prefix(4)].map(String.init)
    let rest = Array(digits.dropFirst(12))
    return
      (parts
      + ["8" + String(rest[1..<4]), "8" + String(rest[5..<8]), String(rest[8..<20])])
      .joined(separator: "-")
  }
}

/// The releases of one plan.
struct PlanReleases {
  private let plan: AssessedPlan
  private let prefix: String

  /// Releases are passed on when they take so many bytes.
  private static let pieceSize = 1 << 16

  init(_ plan: AssessedPlan, prefix: String) {
    self.plan = plan
    self.prefix = prefix
  }

  /// Passes the releases on in pieces, each release with a comma in front.
  func write(_ emit: ([UInt8]) -> Void) {
    let context = ReleaseContext(plan, prefix: prefix)
    var results = ResultReader(plan.assessment)
    var bytes: [UInt8] = []
    for place in plan.plan.lines.indices {
      bytes.append(UInt8(ascii: ","))
      bytes += JSONList.item(
        PlanningRelease(context, at: place, draws: results.draws(at: place)).json)
      if bytes.count >= PlanReleases.pieceSize {
        emit(bytes)
        bytes = []
      }
    }
    if !bytes.isEmpty { emit(bytes) }
  }
}
