import Text

/// The lines of a plan, in order.
///
/// Inserting or removing a line moves only a few others (`BlockList`). A short hash of each id is
/// stored in addition, so that a line is found by its id without reading all lines.
public struct PlanLines: Sendable {
  @usableFromInline var lines: BlockList<PlanLine>
  /// A hash of each line's id.
  private var names: BlockList<UInt32>

  /// A list of lines.
  public init(_ lines: some Sequence<PlanLine>) {
    let lines = Array(lines)
    self.lines = BlockList(lines)
    names = BlockList(lines.map { PlanLines.name($0.id) }, size: 1_024)
  }

  /// A short hash of an id, the same for equal ids.
  private static func name(_ id: String) -> UInt32 {
    UInt32(truncatingIfNeeded: FNV.hash(id.canonical.utf8))
  }

  /// The place of the line with an id, searched from `hint` outwards; nil if there is none.
  public func place(of id: String, near hint: Int = 0) -> Int? {
    if indices.contains(hint), lines[hint].id == id { return hint }
    let name = PlanLines.name(id)
    return names.place(
      near: hint, where: { $0 == name }, confirmedBy: { lines[$0].id == id })
  }

  /// The places of all lines by id; of two with one id the first.
  public var placesByID: [String: Int] {
    var places: [String: Int] = [:]
    places.reserveCapacity(count)
    var place = 0
    forEach { line in
      if places[line.id] == nil { places[line.id] = place }
      place += 1
    }
    return places
  }

  // MARK: Changes

  /// Inserts a line at a place.
  public mutating func insert(_ line: PlanLine, at place: Int) {
    lines.insert(line, at: place)
    names.insert(PlanLines.name(line.id), at: place)
  }

  /// Adds a line at the end.
  public mutating func append(_ line: PlanLine) { insert(line, at: count) }

  /// Removes the line at a place.
  @discardableResult
  public mutating func remove(at place: Int) -> PlanLine {
    names.remove(at: place)
    return lines.remove(at: place)
  }

  /// Removes the last line; there must be one.
  @discardableResult
  public mutating func removeLast() -> PlanLine { remove(at: count - 1) }

  /// Moves the line at a place to another.
  public mutating func move(from old: Int, to new: Int) {
    lines.move(from: old, to: new)
    names.move(from: old, to: new)
  }

  /// Reads the line at a place without a copy, which would count all its references.
  @inlinable
  public func read<Result>(_ place: Int, _ look: (borrowing PlanLine) -> Result) -> Result {
    lines.read(place, look)
  }

  /// Sets a field of the line at a place.
  mutating func set(_ value: LineValue, at place: Int) {
    lines.update(place) { $0.set(value) }
    if case .id(let id) = value { names[place] = PlanLines.name(id) }
  }
}

extension PlanLines: RandomAccessCollection, MutableCollection {
  /// The first place.
  public var startIndex: Int { 0 }
  /// The place after the last line.
  public var endIndex: Int { lines.count }

  /// The line at a place.
  public subscript(place: Int) -> PlanLine {
    get { lines[place] }
    set {
      lines[place] = newValue
      names[place] = PlanLines.name(newValue.id)
    }
  }

  /// Iterates over the lines without looking up places.
  public func makeIterator() -> BlockList<PlanLine>.Iterator { lines.makeIterator() }

  /// Calls `look` with each block of lines and the place of its first line, so that nothing is
  /// copied.
  public func lendBlocks(_ look: (_ first: Int, UnsafeBufferPointer<PlanLine>) -> Void) {
    for block in 0..<lines.blockCount {
      lines.elements(ofBlock: block).withUnsafeBufferPointer {
        look(lines.range(ofBlock: block).lowerBound, $0)
      }
    }
  }

  /// Visits every line in order.
  public func forEach(_ visit: (PlanLine) throws -> Void) rethrows { try lines.forEach(visit) }
}

extension PlanLines: ExpressibleByArrayLiteral {
  /// A list of lines.
  public init(arrayLiteral lines: PlanLine...) { self.init(lines) }
}

extension PlanLines: Hashable {
  /// Whether the lines are the same.
  public static func == (left: PlanLines, right: PlanLines) -> Bool { left.lines == right.lines }

  /// Hashes the lines.
  public func hash(into hasher: inout Hasher) { hasher.combine(lines) }
}
