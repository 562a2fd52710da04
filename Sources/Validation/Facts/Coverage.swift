import Procurement

/// What funds cover of a line's cost.
struct Coverage: Hashable, Sendable {
  /// What they cover together.
  var covered = Money.zero
  /// The part of it that comes from funds that are not confirmed.
  var unconfirmed = Money.zero
}
