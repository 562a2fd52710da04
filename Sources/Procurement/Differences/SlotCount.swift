/// A row of slots that counts how many before each slot are occupied.
///
/// A binary indexed tree (Fenwick 1994): the number at a place covers as many slots as the lowest
/// bit of the place says, so counting and changing take one step for each bit.
struct SlotCount: Sendable {
  private var sums: [Int]

  /// Slots, each of them occupied or free.
  init(_ occupied: [Bool]) {
    sums = [0] + occupied.map { $0 ? 1 : 0 }
    for place in sums.indices.dropFirst() {
      let next = place + place & -place
      if next < sums.count { sums[next] += sums[place] }
    }
  }

  /// Makes a slot free, and returns how many are occupied before it.
  mutating func leave(_ slot: Int) -> Int {
    add(-1, at: slot)
    return count(before: slot)
  }

  /// Makes a slot occupied, and returns how many are occupied before it.
  mutating func take(_ slot: Int) -> Int {
    add(1, at: slot)
    return count(before: slot)
  }

  private func count(before slot: Int) -> Int {
    var place = slot
    var count = 0
    while place > 0 {
      count += sums[place]
      place -= place & -place
    }
    return count
  }

  private mutating func add(_ number: Int, at slot: Int) {
    var place = slot + 1
    while place < sums.count {
      sums[place] += number
      place += place & -place
    }
  }
}
