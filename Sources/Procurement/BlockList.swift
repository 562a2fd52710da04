/// A list in blocks, so that inserting or removing an element moves only those of its block.
///
/// Places count through all blocks, like indices of an array. A block that has grown to twice its
/// size is split, and an empty one is removed. A changed copy shares all other blocks.
///
/// Everything is inlinable, so that each module gets a list specialised for its elements.
public struct BlockList<Element> {
  /// The elements; no block is empty.
  @usableFromInline var blocks: [[Element]]
  /// The number of elements of a new block.
  public let size: Int
  /// The place of each block's first element, followed by the number of all elements.
  @usableFromInline var starts: [Int]

  /// A list of elements, in blocks of a size.
  @inlinable
  public init(_ elements: some Sequence<Element>, size: Int = 64) {
    let elements = Array(elements)
    self.size = size
    blocks = []
    starts = [0]
    for start in stride(from: 0, to: elements.count, by: size) {
      add(Array(elements[start..<Swift.min(start + size, elements.count)]))
    }
  }

  @inlinable
  mutating func add(_ block: [Element]) {
    starts.append(count + block.count)
    blocks.append(block)
  }

  // MARK: Blocks

  /// The number of blocks.
  @inlinable public var blockCount: Int { blocks.count }

  /// The elements of a block.
  @inlinable
  public func elements(ofBlock block: Int) -> [Element] { blocks[block] }

  /// The places of a block's elements.
  @inlinable
  public func range(ofBlock block: Int) -> Range<Int> { starts[block]..<starts[block + 1] }

  /// The block of the element at a place; the last one for the place after all elements.
  @inlinable
  public func block(at place: Int) -> Int {
    // Most blocks have their original size, so the first guess is mostly right.
    let guess = place / size
    if guess < blocks.count, range(ofBlock: guess).contains(place) { return guess }
    var low = 0
    var high = Swift.max(0, blocks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The place of an element that passes a test and is then confirmed, searched from `hint`
  /// outwards, block by block.
  @inlinable
  public func place(
    near hint: Int, where passes: (Element) -> Bool, confirmedBy isMeant: (_ place: Int) -> Bool
  ) -> Int? {
    let middle = block(at: Swift.min(Swift.max(0, hint), count))
    for distance in 0..<blocks.count {
      for block in [middle + distance, middle - distance] where blocks.indices.contains(block) {
        for (offset, element) in blocks[block].enumerated() where passes(element) {
          if isMeant(starts[block] + offset) { return starts[block] + offset }
        }
      }
    }
    return nil
  }

  @inlinable
  mutating func shift(after block: Int, by distance: Int) {
    for later in block + 1..<starts.count { starts[later] += distance }
  }

  // MARK: Changes

  /// Inserts an element at a place.
  @inlinable
  public mutating func insert(_ element: Element, at place: Int) {
    precondition((0...count).contains(place), "no such place")
    let block = block(at: place)
    if place == count, blocks.isEmpty || blocks[block].count >= size { return add([element]) }
    blocks[block].insert(element, at: place - starts[block])
    shift(after: block, by: 1)
    if blocks[block].count >= 2 * size { split(block) }
  }

  @inlinable
  mutating func split(_ block: Int) {
    let half = blocks[block].count / 2
    blocks.insert(Array(blocks[block][half...]), at: block + 1)
    blocks[block] = Array(blocks[block][..<half])
    starts.insert(starts[block] + half, at: block + 1)
  }

  /// Adds an element at the end.
  @inlinable
  public mutating func append(_ element: Element) { insert(element, at: count) }

  /// Removes the element at a place.
  @inlinable
  @discardableResult
  public mutating func remove(at place: Int) -> Element {
    let block = block(at: place)
    let element = blocks[block].remove(at: place - starts[block])
    shift(after: block, by: -1)
    if blocks[block].isEmpty {
      blocks.remove(at: block)
      starts.remove(at: block)
    }
    return element
  }

  /// Moves the element at a place so that it is then at another.
  @inlinable
  public mutating func move(from old: Int, to new: Int) {
    insert(remove(at: old), at: new)
  }
}

extension BlockList: RandomAccessCollection, MutableCollection {
  /// The first place.
  @inlinable public var startIndex: Int { 0 }
  /// The place after the last element.
  @inlinable public var endIndex: Int { starts[blocks.count] }
  /// The number of elements.
  @inlinable public var count: Int { starts[blocks.count] }

  /// The element at a place.
  @inlinable
  public subscript(place: Int) -> Element {
    get {
      let block = block(at: place)
      return blocks[block][place - starts[block]]
    }
    set {
      let block = block(at: place)
      blocks[block][place - starts[block]] = newValue
    }
  }

  /// Reads the element at a place without a copy, which might count references.
  @inlinable
  public func read<Result>(_ place: Int, _ look: (borrowing Element) -> Result) -> Result {
    let block = block(at: place)
    // Only a buffer gives access in place; the subscript of an array makes a copy.
    return blocks[block].withUnsafeBufferPointer { look($0[place - starts[block]]) }
  }

  /// Changes the element at a place in place.
  @inlinable
  public mutating func update(_ place: Int, _ change: (inout Element) -> Void) {
    let block = block(at: place)
    change(&blocks[block][place - starts[block]])
  }

  /// Visits every element in order.
  @inlinable
  public func forEach(_ visit: (Element) throws -> Void) rethrows {
    for block in blocks { try block.forEach(visit) }
  }

  /// Iterates over the blocks one after the other, without looking up places.
  @inlinable
  public func makeIterator() -> FlattenSequence<[[Element]]>.Iterator {
    blocks.joined().makeIterator()
  }
}

extension BlockList: Equatable where Element: Equatable {
  /// Whether the elements are the same, even in different blocks.
  @inlinable
  public static func == (left: BlockList, right: BlockList) -> Bool {
    guard left.count == right.count else { return false }
    var (first, second, place) = (0, 0, 0)
    while place < left.count {
      let (one, other) = (left.range(ofBlock: first), right.range(ofBlock: second))
      let end = Swift.min(one.upperBound, other.upperBound)
      // Shared blocks are equal without a look at their elements.
      let isSame =
        one == other
        ? left.blocks[first] == right.blocks[second]
        : (place..<end).allSatisfy {
          left.blocks[first][$0 - one.lowerBound] == right.blocks[second][$0 - other.lowerBound]
        }
      guard isSame else { return false }
      place = end
      if end == one.upperBound { first += 1 }
      if end == other.upperBound { second += 1 }
    }
    return true
  }
}

extension BlockList: Hashable where Element: Hashable {
  /// Hashes the elements, independently of blocks.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for element in self { hasher.combine(element) }
  }
}

extension BlockList: Sendable where Element: Sendable {}
