/// The word that somebody who wrote `word` is likely to have meant, if any.
///
/// A word is near when about one slip in three letters makes the one of the other.
public func nearest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.utf8.prefix(64))
  var best: (word: String, slips: Int)?
  for candidate in known {
    let slips = slips(letters, Array(candidate.utf8.prefix(64)))
    let tolerated = max(letters.count, candidate.utf8.count) / 3
    if slips <= min(tolerated, 4), slips < best?.slips ?? .max { best = (candidate, slips) }
  }
  return best?.word
}

/// How many letters must be put in, taken out, replaced or swapped with the next (optimal string
/// alignment).
private func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var least = min(
        last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
