public import Canvas

/// A state machine with a face: events and outcomes go in, effects come out, a canvas shows it.
public protocol Program {
  /// Something to do outside, as data.
  associatedtype Effect: Equatable & Sendable
  /// What came of an effect.
  associatedtype Outcome: Sendable

  /// Takes an event and returns what is to be done for it, in order.
  mutating func handle(_ event: Event) -> [Effect]

  /// Takes what came of an effect and returns what is to be done next, in order.
  mutating func receive(_ outcome: Outcome) -> [Effect]

  /// Shows the present state; the canvas has `size`.
  func view(size: Size) -> Canvas
}

/// What performing an effect leads to.
public enum Step<Outcome: Sendable>: Sendable {
  /// The program hears of it.
  case outcome(Outcome)
  /// Nothing more.
  case nothing
  /// The screen is drawn in full.
  case repaint
  /// The text goes to the clipboard.
  case copy(String)
  /// The program stops until the shell continues it.
  case suspend
  /// The program ends.
  case finish
}

extension Step: Equatable where Outcome: Equatable {}
