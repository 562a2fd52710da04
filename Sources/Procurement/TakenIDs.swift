/// The ids of a list to which edits are applied one after the other.
///
/// The first look-ups search the list. After a number of them a set of all ids is made, so that
/// adding thousands of funds does not search the whole list for each.
struct TakenIDs: Sendable {
  private var ids: Set<String>?
  /// How many elements have been compared.
  private var passed = 0

  /// How many searches of the list are allowed before a set is made.
  private static let patience = 16

  /// Whether an element of a list of `count` has an id; `list` has all ids.
  mutating func contains<IDs: Sequence<String>>(
    _ id: String, of count: Int, in list: () -> IDs
  ) -> Bool {
    passed += count
    if ids == nil, passed > TakenIDs.patience * count { ids = Set(list()) }
    return ids?.contains(id) ?? list().contains(id)
  }

  /// Records that an element is replaced by another, or removed.
  mutating func follow(from old: String?, to new: String?) {
    guard ids != nil else { return }
    if let old { ids?.remove(old) }
    if let new { ids?.insert(new) }
  }
}
