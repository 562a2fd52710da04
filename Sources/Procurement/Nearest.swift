/// The known word that was probably meant by `word`, if any.
///
/// A word is near if it differs by about one slip in three letters. Only the first words of a long
/// list are compared, since a document may have millions of unknown words, and a suggestion must
/// not take longer than reading them.
public func nearest(
  to word: String, among known: some Sequence<String>, comparing most: Int = 1_000
) -> String? {
  var comparison = SlipCount(word)
  var best: (word: String, slips: Int)?
  for candidate in known.prefix(most) {
    let tolerated = min(max(comparison.length, candidate.utf8.count) / 3, 4)
    let limit = min(tolerated, best.map { $0.slips - 1 } ?? tolerated)
    if let slips = comparison.slips(to: candidate, atMost: limit) { best = (candidate, slips) }
    if best?.slips == 0 { break }
  }
  return best?.word
}

/// Counts the slips between a word and others: letters that are inserted, removed, replaced or
/// swapped with the next (optimal string alignment).
///
/// The rows of the table are reused, and counting stops once the limit is exceeded.
private struct SlipCount {
  private let letters: [UInt8]
  private var beforeLast: [Int]
  private var last: [Int]
  private var current: [Int]

  /// How many letters of a word are compared at most.
  private static let longest = 64

  init(_ word: String) {
    letters = Array(word.utf8.prefix(SlipCount.longest))
    beforeLast = Array(repeating: 0, count: SlipCount.longest + 1)
    last = beforeLast
    current = beforeLast
  }

  /// How many letters of the word are compared.
  var length: Int { letters.count }

  /// The slips to another word; nil if there are more than `limit`.
  mutating func slips(to word: String, atMost limit: Int) -> Int? {
    let others = Array(word.utf8.prefix(SlipCount.longest))
    guard limit >= 0, abs(letters.count - others.count) <= limit else { return nil }
    for column in 0...others.count { last[column] = column }
    var leastBefore = 0
    for (row, letter) in letters.enumerated() {
      current[0] = row + 1
      var least = row + 1
      for (column, other) in others.enumerated() {
        var slips = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == others[column - 1], letters[row - 1] == other {
          slips = min(slips, beforeLast[column - 1] + 1)
        }
        current[column + 1] = slips
        least = min(least, slips)
      }
      // A swap goes back two rows, so both must be beyond the limit.
      if min(least, leastBefore) > limit { return nil }
      leastBefore = least
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[others.count] <= limit ? last[others.count] : nil
  }
}
