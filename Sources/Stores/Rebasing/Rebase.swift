public import Procurement

/// Edits that were made for a plan before other sessions changed it, fitted to the plan as it is
/// now.
///
/// An edit of what no other session touched is carried out, with places and old values as they are
/// now. One that would override another session's edit is a conflict, and the user decides: all of
/// them are carried out, or only those that override nothing.
public struct Rebase: Hashable, Sendable {
  /// An edit of something that another session has changed or removed.
  public struct Conflict: Hashable, Sendable {
    /// The edit as it was made.
    public let meant: Edit
    /// The edit as it would be carried out now, which says what it overrides; nil where what it
    /// changes was removed.
    public let present: Edit?
  }

  /// All edits as they are carried out one after the other, those in conflict too where they can.
  public private(set) var all: [Edit] = []
  /// The edits that override nothing.
  public private(set) var fitting: [Edit] = []
  /// Those that do, in order.
  public private(set) var conflicts: [Conflict] = []
  /// Whether they would override what another session has done.
  public var overrides: Bool { conflicts.contains { $0.present != nil } }
  /// What lines are called now by the ids that the edits have for them, where those differ.
  public private(set) var names: [String: String] = [:]

  /// The plan that edits were made for.
  public struct Base: Sendable {
    /// How the lists of the plan have changed.
    var places: PlaceHistory
    /// How many of these changes the plan has; nil where it is the plan of now.
    var moment: Int?
    /// Edits that it has after that, which are in the plan of now as well.
    var passed: [Edit]

    /// The plan of now, or one that had so many changes, and then the edits `passed`.
    public init(
      _ places: PlaceHistory = PlaceHistory(), since moment: Int? = nil, after passed: [Edit] = []
    ) {
      self.places = places
      self.moment = moment
      self.passed = passed
    }
  }

  /// Fits edits to a plan that were made for another state of it; `renames` says which lines other
  /// sessions have given another id.
  public init(
    _ edits: [Edit], onto plan: Plan, renames: [String: String] = [:], meantFor base: Base = Base()
  ) {
    var everything = Fitting(plan: plan, lineNames: renames, meantFor: base, edits: edits)
    for edit in base.passed { everything.pass(over: edit) }
    var peaceful = everything
    for edit in edits {
      let outcome = everything.fit(edit)
      if let present = outcome.edit, everything.plan.apply(present) { all.append(present) }
      if outcome.isConflict {
        conflicts.append(Conflict(meant: edit, present: outcome.edit))
        peaceful.leaveOut(edit)
      } else if let present = peaceful.fit(edit).edit, peaceful.plan.apply(present) {
        fitting.append(present)
      }
    }
    names = everything.lineNames
  }
}
