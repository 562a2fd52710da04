/// Short lists of string IDs that are stored once each and referred to by numbers, such as the
/// funds that a line names.
///
/// Number 0 is the empty list.
public struct StringIDLists: Sendable {
  /// The IDs of all lists, one after the other.
  private var ids: [StringID] = []
  /// Where each list ends in `ids`.
  private var ends: [Int] = [0]
  private var numbers: [[StringID]: UInt32] = [[]: 0]

  /// With only the empty list.
  public init() {}

  /// The number of lists, including the empty one.
  public var count: Int { ends.count }

  /// Where a list is in `ids`.
  private func range(of list: UInt32) -> Range<Int> {
    list == 0 ? 0..<0 : ends[Int(list) - 1]..<ends[Int(list)]
  }

  /// The IDs of a list.
  public subscript(list: UInt32) -> ArraySlice<StringID> { ids[range(of: list)] }

  /// The number of a list, which is added if it is new.
  public mutating func number(of list: [StringID]) -> UInt32 {
    if let number = numbers[list] { return number }
    let number = UInt32(ends.count)
    ids.append(contentsOf: list)
    ends.append(ids.count)
    numbers[list] = number
    return number
  }
}
