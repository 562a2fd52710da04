package import Stores

extension Step.Kind {
  /// Its word in the journal.
  package var word: String {
    switch self {
    case .creation: "creation"
    case .edit: "edit"
    case .undo: "undo"
    case .redo: "redo"
    case .restoration: "restoration"
    case .document: "document"
    case .freezing: "freezing"
    case .reopening: "reopening"
    }
  }

  /// The number of the step that it refers to, if any.
  package var subject: Int? {
    switch self {
    case .undo(of: let step), .redo(of: let step), .restoration(of: let step): step
    case .creation, .edit, .document, .freezing, .reopening: nil
    }
  }
}

extension Row {
  /// The kind of a step, in two columns.
  package func stepKind(_ first: CInt) throws(StoreError) -> Step.Kind {
    switch try text(first) {
    case "creation": .creation
    case "edit": .edit
    case "undo": .undo(of: try step(first + 1))
    case "redo": .redo(of: try step(first + 1))
    case "restoration": .restoration(of: try step(first + 1))
    case "document": .document
    case "freezing": .freezing
    case "reopening": .reopening
    default: throw damage(first, "is an unknown word")
    }
  }
}
