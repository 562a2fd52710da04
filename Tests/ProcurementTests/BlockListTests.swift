import Procurement
import SeededRandom
import Testing

/// Compares the list in blocks, and the lines of a plan, with arrays.
@Suite struct BlockListTests {
  @Test(arguments: [1, 2, 3, 16])
  func `after any changes it has the same elements as an array`(size: Int) {
    var random = SplitMix64(seed: UInt64(size))
    for count in [0, 1, 7, 40] {
      var array = Array(0..<count)
      var list = BlockList(array, size: size)
      for step in 0..<300 {
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where !array.isEmpty, 1 where array.count > 30:
          let place = Int.random(in: array.indices, using: &random)
          #expect(list.remove(at: place) == array.remove(at: place))
        case 2 where !array.isEmpty:
          let old = Int.random(in: array.indices, using: &random)
          let new = Int.random(in: array.indices, using: &random)
          list.move(from: old, to: new)
          array.insert(array.remove(at: old), at: new)
        case 3 where !array.isEmpty:
          let place = Int.random(in: array.indices, using: &random)
          list[place] = step
          array[place] = step
        default:
          let place = Int.random(in: 0...array.count, using: &random)
          list.insert(step, at: place)
          array.insert(step, at: place)
        }
        #expect(list.elementsEqual(array) && list.count == array.count)
        #expect(list.indices.allSatisfy { list[$0] == array[$0] })
        let other = BlockList(array)
        #expect(list == other && list.hashValue == other.hashValue)
        let blocks = (0..<list.blockCount).map(list.elements(ofBlock:))
        #expect(blocks.allSatisfy { !$0.isEmpty && $0.count < 2 * size })
        #expect((0..<list.blockCount).flatMap(list.range(ofBlock:)).elementsEqual(list.indices))
      }
    }
  }

  @Test func `a copy is not affected by later changes`() {
    var list = BlockList(0..<10, size: 4)
    let copy = list
    list.insert(99, at: 5)
    list[0] = 98
    #expect(copy.elementsEqual(0..<10) && list.count == 11)
  }

  @Test func `a line is found by its id after moves and renames`() {
    var random = SplitMix64(seed: 3)
    var plan = Plan.sample
    for number in 0..<400 {
      let place = Int.random(in: 0...plan.lines.count, using: &random)
      plan.apply(.insert(PlanLine(id: "N\(number)", service: "future"), at: place))
      let other = Int.random(in: plan.lines.indices, using: &random)
      switch number % 4 {
      case 0: plan.apply(.move(line: plan.lines[other].id, from: other, to: 0))
      case 1: plan.apply(plan.setting(.id("M\(number)"), at: other))
      case 2: plan.lines[other].id = "O\(number)"
      default: plan.apply(.remove(plan.lines[other], at: other))
      }
    }
    let far = Int.random(in: plan.lines.indices, using: &random)
    for (place, line) in plan.lines.enumerated() {
      #expect(plan.index(ofLine: line.id) == place)
      #expect(plan.index(ofLine: line.id, near: far) == place)
    }
    #expect(plan.index(ofLine: "gone", near: far) == nil)
  }
}
