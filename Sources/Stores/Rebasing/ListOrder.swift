/// The order of a list at two moments: as it is now, and as it was when edits were meant for it.
///
/// What was removed, and where an item was before it was moved, keeps its place in the order. So
/// what comes back finds its place between its neighbours, whatever has become of them.
struct ListOrder {
  private struct Slot {
    var id: String
    /// Whether something is there now.
    var isPresent: Bool
    /// Whether something was there in the list that edits are meant for.
    var isMeant = false
    /// By which change what was there was last removed or moved away; nil where it never was, or
    /// where that was undone by going back further.
    var left: Int?
  }

  private var slots: [Slot] = []
  /// How many changes the edits know of.
  private let known: Int

  /// The order of a list with these ids now, after changes of which the edits know only the first
  /// ones.
  init(_ ids: [String], after changes: [PlaceHistory.Change] = [], knowing known: Int = 0) {
    var ids = ids
    for change in changes.reversed() { ListOrder.undo(change, in: &ids) }
    self.known = known
    slots = ids.map { Slot(id: $0, isPresent: true) }
    for (number, change) in changes.enumerated() {
      if number == known { meanPresent() }
      carryOut(change, number)
    }
    if known >= changes.count { meanPresent() }
  }

  /// The ids of the list as it is now.
  var ids: [String] { slots.filter(\.isPresent).map(\.id) }

  private mutating func meanPresent() {
    for place in slots.indices { slots[place].isMeant = slots[place].isPresent }
  }

  private static func undo(_ change: PlaceHistory.Change, in ids: inout [String]) {
    switch change {
    case .insert(let id, at: let place):
      guard let found = self.place(of: id, near: place, in: ids) else { return }
      ids.remove(at: found)
    case .remove(let id, at: let place): ids.insert(id, at: min(place, ids.count))
    case .move(let id, from: let old, to: let new):
      guard let found = self.place(of: id, near: new, in: ids) else { return }
      ids.remove(at: found)
      ids.insert(id, at: min(old, ids.count))
    case .rename(let old, to: let new):
      guard let found = ids.firstIndex(of: new) else { return }
      ids[found] = old
    }
  }

  private static func place(of id: String, near hint: Int, in ids: [String]) -> Int? {
    ids.indices.contains(hint) && ids[hint] == id ? hint : ids.firstIndex(of: id)
  }

  private mutating func carryOut(_ change: PlaceHistory.Change, _ number: Int) {
    switch change {
    case .insert(let id, at: let place):
      slots[slot(for: id, at: place, \.isPresent, before: number)].isPresent = true
    case .remove(let id, at: _): removePresent(id, by: number)
    case .move(let id, from: _, to: let place):
      removePresent(id, by: number)
      slots[slot(for: id, at: place, \.isPresent, before: number)].isPresent = true
    case .rename(let old, to: let new): rename(old, to: new)
    }
  }

  // MARK: Edits

  /// Inserts at a place of the list that is meant; the result is the place in the list of now.
  mutating func insert(_ id: String, as name: String, at place: Int) -> Int {
    let slot = slot(for: id, at: place, \.isMeant, before: known)
    slots[slot] = Slot(id: name, isPresent: true, isMeant: true, left: slots[slot].left)
    return presentPlace(ofSlot: slot)
  }

  /// Removes what is at a place of the list that is meant, and what has an id in the list of now.
  mutating func remove(at place: Int, _ name: String?) {
    removeMeant(at: place)
    if let name { removePresent(name, by: .max) }
  }

  /// Moves from a place to another of the list that is meant; the result is the place in the list
  /// of now. It is nil where nothing called `name` is there, or where it is in its slot already. A
  /// move to another slot counts although the list looks the same: what was removed between both
  /// may come back.
  mutating func move(_ id: String, as name: String?, from old: Int, to new: Int) -> Int? {
    let before = name.flatMap { name in slots.firstIndex { $0.isPresent && $0.id == name } }
    let count = slots.count
    remove(at: old, name)
    let slot = slot(for: name ?? id, at: new, \.isMeant, before: known)
    slots[slot].isMeant = true
    guard name != nil else { return nil }
    slots[slot].isPresent = true
    return slots.count == count && slot == before ? nil : presentPlace(ofSlot: slot)
  }

  /// Makes a change in the list that is meant alone: it is in the list of now already, or is not to
  /// be.
  mutating func pass(over change: PlaceHistory.Change) {
    switch change {
    case .insert(let id, at: let place): slots[meantSlot(for: id, at: place)].isMeant = true
    case .remove(_, at: let place): removeMeant(at: place)
    case .move(let id, from: let old, to: let new):
      removeMeant(at: old)
      slots[meantSlot(for: id, at: new)].isMeant = true
    case .rename: break
    }
  }

  /// The slot in the list of now of what is put at a place of the list that is meant, or a new one.
  private mutating func meantSlot(for id: String, at place: Int) -> Int {
    let (start, end) = gap(at: place, \.isMeant)
    let slot =
      (start..<end).first { slots[$0].id == id && slots[$0].isPresent }
      ?? (start..<end).first { slots[$0].id == id }
    if let slot { return slot }
    slots.insert(Slot(id: id, isPresent: false), at: start)
    return start
  }

  /// The slots between the neighbours of a place of one of the lists.
  private func gap(at place: Int, _ isThere: KeyPath<Slot, Bool>) -> (start: Int, end: Int) {
    var count = 0
    var start = 0
    while start < slots.count, count < place {
      if slots[start][keyPath: isThere] { count += 1 }
      start += 1
    }
    return (start, slots[start...].firstIndex { $0[keyPath: isThere] } ?? slots.count)
  }

  /// Gives what has an id in the list of now another.
  mutating func rename(_ old: String, to new: String) {
    guard let slot = slots.firstIndex(where: { $0.isPresent && $0.id == old }) else { return }
    slots[slot].id = new
  }

  private mutating func removeMeant(at place: Int) {
    var count = 0
    for slot in slots.indices where slots[slot].isMeant {
      if count == place {
        slots[slot].isMeant = false
        return
      }
      count += 1
    }
  }

  private mutating func removePresent(_ id: String, by number: Int) {
    guard let slot = slots.firstIndex(where: { $0.isPresent && $0.id == id }) else { return }
    slots[slot].isPresent = false
    slots[slot].left = number
  }

  private func presentPlace(ofSlot slot: Int) -> Int {
    slots[..<slot].count { $0.isPresent }
  }

  /// The slot for what is put at a place of one of the lists: its old one if that is between the
  /// same neighbours, else a new one behind the neighbour before it. Of several old ones it is the
  /// one that it left last before the change of a number, since undoing goes back step by step.
  private mutating func slot(
    for id: String, at place: Int, _ isThere: KeyPath<Slot, Bool>, before number: Int
  ) -> Int {
    let (start, end) = gap(at: place, isThere)
    let old = (start..<end).filter { slots[$0].id == id && !slots[$0].isPresent }
    let left = old.compactMap { slot in slots[slot].left.map { (slot: slot, change: $0) } }
      .filter { $0.change < number }
    if let last = left.max(by: { $0.change < $1.change }) {
      for slot in slots.indices where slots[slot].id == id && slots[slot].left ?? -1 > last.change {
        slots[slot].left = nil
      }
      return last.slot
    }
    if let slot = old.first { return slot }
    slots.insert(Slot(id: id, isPresent: false), at: start)
    return start
  }
}
