import Procurement

/// Writes the messages of findings, line after line.
///
/// It computes draws, and the first line of each service, once for all lines, so the time for all
/// findings of a plan is proportional to its lines.
struct FindingWriter: Sendable {
  private let assessment: Assessment
  private var walk: Drawing.Walk
  /// The first line of each purchase, once one is asked for.
  private var firstLines: [PurchaseKey: Int]?

  /// A writer of the findings of a plan as it is now.
  init(_ assessment: Assessment) {
    self.assessment = assessment
    walk = assessment.drawing.walk
  }

  /// The findings of some codes on the line at a place, by code; it is fastest in order of places.
  mutating func findings(_ codes: FindingSet, at place: Int) -> [Finding] {
    if codes.isEmpty { return [] }
    var context = FindingContext(assessment: assessment, place: place)
    if codes.contains(.F101) { context.knownDraws = assessment.draws(at: place, &walk) }
    if codes.contains(.C102) { context.knownFirstLine = firstLine(buyingSameAs: place) }
    return codes.codes.compactMap { assessment.finding($0, on: context) }
  }

  private mutating func firstLine(buyingSameAs place: Int) -> Int? {
    let places = firstLines ?? assessment.register.firstLines
    firstLines = places
    return places[assessment.register.keys[place]]
  }
}
