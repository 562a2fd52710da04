public import Procurement

/// One change by a user to a plan, which undo takes back as a whole.
public struct Step: Hashable, Sendable {
  /// What a step is about.
  public enum Kind: Hashable, Sendable {
    /// The plan was created: the edits lead to it from an empty one.
    case creation
    /// An edit.
    case edit
    /// An edit was undone; the number is the step's that was.
    case undo(of: Int)
    /// An edit that had been undone was done again.
    case redo(of: Int)
    /// The plan was put back to what it was after that step.
    case restoration(of: Int)
    /// Changes of the plan's document came in.
    case document
    /// The plan was frozen, without edits.
    case freezing
    /// The plan was reopened, without edits.
    case reopening
  }

  /// What it was, in a phrase.
  public var title: String
  /// What it is about.
  public var kind: Kind
  /// The edits in order, exact for the plan that they are applied to: forwards they lead from the
  /// state before to the state after, and their inverses lead back.
  public var edits: [Edit]

  /// A change by a user.
  public init(title: String, kind: Kind = .edit, edits: [Edit]) {
    self.title = title
    self.kind = kind
    self.edits = edits
  }
}

extension Step.Kind {
  /// Whether a user can undo it.
  public var isUndoable: Bool {
    switch self {
    case .edit, .restoration: true
    case .creation, .undo, .redo, .document, .freezing, .reopening: false
    }
  }

  /// The number of the step that is undone or redone; nil for any other step.
  public var target: Int? {
    switch self {
    case .undo(of: let number), .redo(of: let number): number
    case .creation, .edit, .restoration, .document, .freezing, .reopening: nil
    }
  }
}
