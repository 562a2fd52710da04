extension Sequence<String> {
  /// The element most like `word`, where one is like it: at most a third of its letters differ.
  func nearest(to word: String) -> String? {
    guard word.utf8.count <= 100 else { return nil }
    let scored = map { (distance: word.distance(to: $0), element: $0) }
    let best = scored.min { $0.distance < $1.distance }
    return best.flatMap { $0.distance * 3 <= word.count ? $0.element : nil }
  }
}

extension String {
  /// How many letters must be put in, taken out or exchanged to get from one word to the other.
  fileprivate func distance(to other: String) -> Int {
    let goal = Array(other.utf8)
    var row = Array(0...goal.count)
    for (index, letter) in utf8.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in goal.indices {
        let cost = diagonal + (goal[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(cost, row[column] + 1, diagonal + 1)
      }
    }
    return row[goal.count]
  }
}
