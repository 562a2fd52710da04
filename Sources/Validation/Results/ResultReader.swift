/// Reads the results of many lines, for what goes through all of them, such as an export.
///
/// It computes draws, and what messages need of other lines, once for all lines. So the time for a
/// whole plan is proportional to its lines if they are asked for in order.
public struct ResultReader: Sendable {
  private let assessment: Assessment
  private var walk: Drawing.Walk
  private var writer: FindingWriter

  /// A reader of the results of a plan as it is now.
  public init(_ assessment: Assessment) {
    self.assessment = assessment
    walk = assessment.drawing.walk
    writer = FindingWriter(assessment)
  }

  /// Which fund pays which part of the line at a place, and what is unfunded, in drawing order.
  public mutating func draws(at place: Int) -> [Draw] { assessment.draws(at: place, &walk) }

  /// The findings on the line at a place, by code.
  public mutating func findings(at place: Int) -> [Finding] {
    writer.findings(assessment.verdict(at: place).findings, at: place)
  }
}
