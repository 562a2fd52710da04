public import Procurement
import Text

/// Changes to a plan that an earlier session had still to write or store when it ended, or only
/// tried out.
public struct UnsavedPlan: Equatable, Sendable {
  /// The plan with the changes.
  public var plan: Plan
  /// The plan that they were made on; nil where that is not known.
  public var base: Plan?
  /// The day on which they were kept; nil where that is not known.
  public var day: String?

  /// Unsaved changes.
  public init(plan: Plan, base: Plan?, day: String? = nil) {
    self.plan = plan
    self.base = base
    self.day = day
  }

  /// When they were made and how many they are, as far as is known: ` (2004-11-02, 3 edits)`.
  public var extent: String {
    let count = base.map { counted($0.edits(to: plan).count, "edit") }
    let parts = [day, count].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

/// Unsaved changes of an earlier session and of this one.
struct UnsavedWork: Sendable {
  /// Those of an earlier session, until the user has decided on them.
  var earlier: UnsavedPlan?
  /// What has become of them.
  var state = UnsavedState.none
  /// What an earlier session tried out, until the user takes it up or drops it.
  var earlierWhatIf: UnsavedPlan?
  /// The last step of what is tried out, as it is kept; nil where nothing is.
  var keptWhatIf: Int?
  /// Why what is tried out could not be kept, in words; nil where it is.
  var whatIfFailure: String?
}

/// What has become of the changes that are still to be written or stored.
enum UnsavedState: Hashable, Sendable {
  /// There are none, or nobody has had to keep them yet.
  case none
  /// An earlier session's are in the plan and still on file: until they are written or stored.
  case restored
  /// They are kept for the next session.
  case kept
  /// They could not be kept; why, in words.
  case lost(String)
}
