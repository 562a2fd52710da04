/// Reads the draws of many lines, fastest in order of their places.
public struct DrawReader {
  private let assessment: Assessment
  private var walk: Drawing.Walk

  /// A reader of the draws of a plan as it is now.
  public init(_ assessment: Assessment) {
    self.assessment = assessment
    walk = assessment.drawing.walk
  }

  /// Which fund pays which part of the line at a place, and what is unfunded, in drawing order.
  public mutating func draws(at place: Int) -> [Draw] { assessment.draws(at: place, &walk) }
}
