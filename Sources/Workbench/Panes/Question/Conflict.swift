import Procurement
import Stores

/// Something that the user did where another session had changed the same thing first.
struct Conflict: Sendable {
  /// What it is about.
  enum Kind: Hashable, Sendable {
    /// A step of the user's.
    case step(Step.Kind)
    /// Undoing one, by what the session knows it by.
    case undo
    /// Doing one again.
    case redo

    /// How the journal says that the step of a number is undone or redone; nil for another kind,
    /// and where the store does not have the step.
    func stored(of number: Int?) -> Step.Kind? {
      switch self {
      case .step: nil
      case .undo: number.map { .undo(of: $0) }
      case .redo: number.map { .redo(of: $0) }
      }
    }
  }

  var kind: Kind
  /// What the user did, in a phrase.
  var title: String
  /// The edits as they were meant.
  var edits: [Edit]
  /// The number of the step that is undone or redone; nil where the store does not have it.
  var number: Int?
  /// How many changes of places the edits know of; nil where they are made for the plan of now.
  var moment: Int?
  /// The field in which the user typed what the edits say; nil where it is closed already.
  var typing: FieldEditor?
  /// Whether the edits are unsaved changes of an earlier session.
  var isRestoring = false
  /// Whether it is about what an earlier session tried out, which is kept until it is decided.
  var isOfLeftWhatIf = false
  /// Who was first, in what and how: `ada set supplier of L3 to BT`.
  var rival: String
}
