import Procurement
import Testing

@Suite struct NearestTests {
  /// The complete table of slips, without shortcuts.
  private func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in left.indices {
      for column in right.indices {
        var least = min(
          table[row][column + 1] + 1, table[row + 1][column] + 1,
          table[row][column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = least
      }
    }
    return table[left.count][right.count]
  }

  private func plainNearest(to word: String, among known: [String]) -> String? {
    var best: (word: String, slips: Int)?
    for candidate in known {
      let slips = slips(Array(word.utf8), Array(candidate.utf8))
      let tolerated = max(word.utf8.count, candidate.utf8.count) / 3
      if slips <= min(tolerated, 4), slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.word
  }

  @Test func `shortcuts in the comparison do not change the result`() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    func word() -> String { String((0..<random(14)).map { _ in "abc".randomLetter(random(3)) }) }
    for _ in 0..<2_000 {
      let known = (0..<6).map { _ in word() }
      let meant = word()
      #expect(nearest(to: meant, among: known) == plainNearest(to: meant, among: known))
    }
  }

  @Test func `only the first words of a long list are compared`() {
    var asked = 0
    let known = (0..<1_000_000).lazy.map { number in
      asked += 1
      return "word-\(number)"
    }
    #expect(nearest(to: "word-999999", among: known) == "word-999")
    #expect(asked <= 1_001)
  }
}

extension String {
  fileprivate func randomLetter(_ place: Int) -> Character {
    self[index(startIndex, offsetBy: place)]
  }
}
