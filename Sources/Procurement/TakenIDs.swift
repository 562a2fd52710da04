/// The ids of a list that edits change one after the other.
///
/// A few look-ups go through the list. Where there are many, a set of all ids is made, so that adding
/// thousands of funds does not go through the whole list for each.
struct TakenIDs: Sendable {
  private var ids: Set<String>?
  /// How many elements have been looked at.
  private var passed = 0

  /// How often the list may be passed before a set is worth its making.
  private static let patience = 16

  /// Whether an element of a list of `count` has an id; `list` gives all ids.
  mutating func contains<IDs: Sequence<String>>(
    _ id: String, of count: Int, in list: () -> IDs
  ) -> Bool {
    passed += count
    if ids == nil, passed > TakenIDs.patience * count { ids = Set(list()) }
    return ids?.contains(id) ?? list().contains(id)
  }

  /// Takes note of an element that gives way to another, or to none.
  mutating func follow(from old: String?, to new: String?) {
    guard ids != nil else { return }
    if let old { ids?.remove(old) }
    if let new { ids?.insert(new) }
  }
}
