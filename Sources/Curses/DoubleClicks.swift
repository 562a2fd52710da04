import Interaction

/// Finds the clicks that are the second of two.
///
/// The time comes from outside, so that this and the decoder compute and nothing else.
struct DoubleClicks {
  /// How long the second may take.
  static let limit = Duration.milliseconds(400)

  private var first: (mouse: Mouse, time: Duration)?

  /// The events that came at a time, counted from anywhere, with double clicks told as such.
  mutating func found(in events: [Event], at time: Duration) -> [Event] {
    events.map { event in
      // A third click begins anew, and whatever comes between may have moved what is under it.
      let before = first
      first = nil
      guard case .mouse(let mouse) = event, mouse.kind == .click else { return event }
      if let before, before.mouse == mouse, time - before.time <= Self.limit {
        return .mouse(Mouse(.doubleClick, at: mouse.position))
      }
      first = (mouse, time)
      return event
    }
  }
}
