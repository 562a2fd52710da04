import Procurement

/// What an edit does to the places of lines.
enum LineMove: Hashable, Sendable {
  case insertion(Int)
  case removal(Int)
  case move(from: Int, to: Int)

  /// Nil where the edit leaves all lines where they are.
  init?(_ edit: Edit) {
    switch edit {
    case .insert(_, at: let place): self = .insertion(place)
    case .remove(_, at: let place): self = .removal(place)
    case .move(line: _, from: let old, to: let new): self = .move(from: old, to: new)
    case .set, .fund, .group, .header: return nil
    }
  }

  /// Where the line at a place is afterwards; nil where it is gone.
  func place(of place: Int) -> Int? {
    switch self {
    case .insertion(let new): place < new ? place : place + 1
    case .removal(let old): place == old ? nil : place < old ? place : place - 1
    case .move(from: let old, to: let new):
      if place == old {
        new
      } else if old < place, place <= new {
        place - 1
      } else if new <= place, place < old {
        place + 1
      } else {
        place
      }
    }
  }
}
