/// The lines of one plan in columns, one for each field, all of the same length, with strings as
/// IDs of `StringTables`.
///
/// A line takes 42 bytes, plus 10 for each amount.
public struct LineColumns: Sendable {
  /// Ids, in `StringTables.ids`.
  public private(set) var ids: [StringID] = []
  /// Services, in `StringTables.services`.
  public private(set) var services: [StringID] = []
  /// Suppliers, in `StringTables.suppliers`.
  public private(set) var suppliers: [StringID] = []
  /// Buying groups, in `StringTables.groups`.
  public private(set) var groups: [StringID] = []
  /// Lists of funds, in `StringTables.fundLists`.
  public private(set) var fundLists: [UInt32] = []
  /// Descriptions, in `StringTables.descriptions`.
  public private(set) var descriptions: [StringID] = []
  /// Justifications, in `StringTables.justifications`.
  public private(set) var justifications: [StringID] = []
  /// The fields that are not strings.
  public private(set) var traits: [LineTraits] = []
  /// The line's row in its document, counted from 1; 0 if it has none.
  public private(set) var rows: [UInt32] = []

  /// The place of each line's first amount.
  public private(set) var amountStarts: [UInt32] = []
  /// The number of amounts of each line.
  public private(set) var amountCounts: [UInt16] = []
  /// The year and kind of each amount. A line's amounts are in drawing order.
  public private(set) var amountSlots: [AmountSlot] = []
  /// Each amount in pence, never zero.
  public private(set) var amountPence: [Int64] = []
  /// The number of amounts that no longer belong to a line.
  private var unused = 0

  /// No lines.
  public init() {}

  /// The number of lines.
  public var count: Int { ids.count }

  /// The range of a line's amounts.
  @inlinable
  public func amounts(at place: Int) -> Range<Int> {
    let start = Int(amountStarts[place])
    return start..<start + Int(amountCounts[place])
  }

  /// The number of bytes that the columns take, including spare capacity.
  public var bytes: Int {
    4
      * (ids.capacity + services.capacity + suppliers.capacity + groups.capacity
        + fundLists.capacity + descriptions.capacity + justifications.capacity + rows.capacity
        + amountStarts.capacity)
      + 2 * (traits.capacity + amountCounts.capacity + amountSlots.capacity)
      + 8 * amountPence.capacity
  }

  // MARK: Changes

  /// Reserves capacity for more lines and amounts.
  public mutating func reserve(lines: Int, amounts: Int) {
    ids.reserveCapacity(count + lines)
    services.reserveCapacity(count + lines)
    suppliers.reserveCapacity(count + lines)
    groups.reserveCapacity(count + lines)
    fundLists.reserveCapacity(count + lines)
    descriptions.reserveCapacity(count + lines)
    justifications.reserveCapacity(count + lines)
    traits.reserveCapacity(count + lines)
    rows.reserveCapacity(count + lines)
    amountStarts.reserveCapacity(count + lines)
    amountCounts.reserveCapacity(count + lines)
    amountSlots.reserveCapacity(amountSlots.count + amounts)
    amountPence.reserveCapacity(amountPence.count + amounts)
  }

  /// Inserts a line without amounts at a place.
  public mutating func insert(_ line: ColumnLine, at place: Int) {
    ids.insert(line.id, at: place)
    services.insert(line.service, at: place)
    suppliers.insert(line.supplier, at: place)
    groups.insert(line.group, at: place)
    fundLists.insert(line.fundList, at: place)
    descriptions.insert(line.description, at: place)
    justifications.insert(line.justification, at: place)
    traits.insert(line.traits, at: place)
    rows.insert(line.row, at: place)
    amountStarts.insert(UInt32(amountSlots.count), at: place)
    amountCounts.insert(0, at: place)
  }

  /// Adds a line without amounts as the last one.
  public mutating func append(_ line: ColumnLine) {
    ids.append(line.id)
    services.append(line.service)
    suppliers.append(line.supplier)
    groups.append(line.group)
    fundLists.append(line.fundList)
    descriptions.append(line.description)
    justifications.append(line.justification)
    traits.append(line.traits)
    rows.append(line.row)
    amountStarts.append(UInt32(amountSlots.count))
    amountCounts.append(0)
  }

  /// Removes a line; its amounts stay as unused space.
  public mutating func remove(at place: Int) {
    unused += Int(amountCounts[place])
    ids.remove(at: place)
    services.remove(at: place)
    suppliers.remove(at: place)
    groups.remove(at: place)
    fundLists.remove(at: place)
    descriptions.remove(at: place)
    justifications.remove(at: place)
    traits.remove(at: place)
    rows.remove(at: place)
    amountStarts.remove(at: place)
    amountCounts.remove(at: place)
  }

  /// Moves a line to another place; its amounts are not moved.
  public mutating func move(from old: Int, to new: Int) {
    let (line, start, count) = (self[old], amountStarts[old], amountCounts[old])
    remove(at: old)
    insert(line, at: new)
    unused -= Int(count)
    amountStarts[new] = start
    amountCounts[new] = count
  }

  /// The values of a line.
  public subscript(place: Int) -> ColumnLine {
    var line = ColumnLine()
    line.id = ids[place]
    line.service = services[place]
    line.supplier = suppliers[place]
    line.group = groups[place]
    line.fundList = fundLists[place]
    line.description = descriptions[place]
    line.justification = justifications[place]
    line.traits = traits[place]
    line.row = rows[place]
    return line
  }

  /// Sets one field of a line without changing other columns; it ignores cost, notes and waivers.
  public mutating func set(_ field: LineField, from new: ColumnLine, at place: Int) {
    switch field {
    case .id: ids[place] = new.id
    case .service: services[place] = new.service
    case .supplier: suppliers[place] = new.supplier
    case .group: groups[place] = new.group
    case .funds: fundLists[place] = new.fundList
    case .pacs, .need, .route, .spineConnected, .crsInteroperable:
      traits[place] = new.traits
    case .justification:
      justifications[place] = new.justification
      traits[place] = new.traits
    case .description:
      descriptions[place] = new.description
      traits[place] = new.traits
    case .cost, .notes, .waivers, .alternatives: break
    }
  }

  // MARK: Amounts

  /// The cost of a line in a year and of a kind, in pence.
  public func pence(at place: Int, in slot: AmountSlot) -> Int64 {
    for amount in amounts(at: place) where amountSlots[amount] == slot {
      return amountPence[amount]
    }
    return 0
  }

  /// The whole cost of a line, in pence.
  public func cost(at place: Int) -> Int64 {
    amounts(at: place).reduce(into: 0) { $0 &+= amountPence[$1] }
  }

  /// Sets one amount of a line, in pence, and keeps the others in drawing order.
  ///
  /// If a line needs more space, its amounts go to the end, so that those of others are not moved.
  public mutating func set(_ pence: Int64, in slot: AmountSlot, at place: Int) {
    let range = amounts(at: place)
    let found = range.first { amountSlots[$0] >= slot } ?? range.upperBound
    let isThere = found < range.upperBound && amountSlots[found] == slot
    switch (isThere, pence == 0) {
    case (true, false): amountPence[found] = pence
    case (true, true):
      for amount in found..<range.upperBound - 1 {
        amountSlots[amount] = amountSlots[amount + 1]
        amountPence[amount] = amountPence[amount + 1]
      }
      amountCounts[place] -= 1
      unused += 1
    case (false, true): break
    case (false, false): add(pence, in: slot, at: place, before: found - range.lowerBound)
    }
  }

  /// Sets all amounts of a line.
  public mutating func set(_ cost: Cost, at place: Int) {
    unused += Int(amountCounts[place])
    amountCounts[place] = 0
    for amount in cost.amounts {
      set(amount.money.pence, in: AmountSlot(amount.year, amount.kind), at: place)
    }
  }

  private mutating func add(
    _ pence: Int64, in slot: AmountSlot, at place: Int, before offset: Int
  ) {
    if unused > 1_024, unused > amountSlots.count / 2 { compact() }
    var range = amounts(at: place)
    if range.upperBound != amountSlots.count {
      unused += range.count
      amountStarts[place] = UInt32(amountSlots.count)
      for amount in range {
        amountSlots.append(amountSlots[amount])
        amountPence.append(amountPence[amount])
      }
      range = amounts(at: place)
    }
    if offset == range.count {
      amountSlots.append(slot)
      amountPence.append(pence)
    } else {
      amountSlots.insert(slot, at: range.lowerBound + offset)
      amountPence.insert(pence, at: range.lowerBound + offset)
    }
    amountCounts[place] += 1
  }

  /// Stores the amounts of all lines one after the other, without unused space: if the rows of a
  /// line are scattered in a table, each of them moves its amounts and leaves some behind.
  private mutating func compact() {
    var slots: [AmountSlot] = []
    var pence: [Int64] = []
    slots.reserveCapacity(amountSlots.count - unused)
    pence.reserveCapacity(amountSlots.count - unused)
    for place in 0..<count {
      let range = amounts(at: place)
      amountStarts[place] = UInt32(slots.count)
      slots += amountSlots[range]
      pence += amountPence[range]
    }
    (amountSlots, amountPence, unused) = (slots, pence, 0)
  }
}

extension LineColumns {
  /// The places of lines for either of two services.
  package func places(ofServices one: StringID, _ other: StringID) -> [Int] {
    var places: [Int] = []
    services.withUnsafeBufferPointer { services in
      for place in services.indices where services[place] == one || services[place] == other {
        places.append(place)
      }
    }
    return places
  }
}
