/// Which lines of a plan are marked, by place.
struct LineMarks: Sendable {
  /// How many are marked.
  private(set) var count = 0
  /// Whether each line is marked; lines behind the end are not.
  private var flags: [Bool] = []

  func contains(_ place: Int) -> Bool { flags.indices.contains(place) && flags[place] }

  /// The places of the marked lines, in order.
  var places: [Int] { flags.indices.filter { flags[$0] } }

  mutating func set(_ place: Int, to isMarked: Bool) {
    if place >= flags.count {
      flags.append(contentsOf: repeatElement(false, count: place + 1 - flags.count))
    }
    guard flags[place] != isMarked else { return }
    flags[place] = isMarked
    count += isMarked ? 1 : -1
  }

  /// Keeps marks with their lines; what is new is not marked.
  mutating func follow(_ move: LineMove) {
    switch move {
    case .insertion(let place):
      if place < flags.count { flags.insert(false, at: place) }
    case .removal(let place):
      set(place, to: false)
      flags.remove(at: place)
    case .move(from: let old, to: let new):
      let isMarked = contains(old)
      follow(.removal(old))
      follow(.insertion(new))
      set(new, to: isMarked)
    }
  }
}
