/// Short lists of words that are kept once each and known by their numbers, such as the funds that a
/// line names.
///
/// Number 0 is the empty list.
public struct WordLists: Sendable {
  /// The words of all lists, one after the other.
  private var words: [WordTable.Word] = []
  /// Where each list ends among the words.
  private var ends: [Int] = [0]
  private var numbers: [[WordTable.Word]: UInt32] = [[]: 0]

  /// The empty list alone.
  public init() {}

  /// How many lists there are, the empty one included.
  public var count: Int { ends.count }

  /// Where the words of a list stand among all.
  private func range(of list: UInt32) -> Range<Int> {
    list == 0 ? 0..<0 : ends[Int(list) - 1]..<ends[Int(list)]
  }

  /// The words of a list.
  public subscript(list: UInt32) -> ArraySlice<WordTable.Word> { words[range(of: list)] }

  /// The number of a list, which is added where it is not here yet.
  public mutating func number(of list: [WordTable.Word]) -> UInt32 {
    if let number = numbers[list] { return number }
    let number = UInt32(ends.count)
    words.append(contentsOf: list)
    ends.append(words.count)
    numbers[list] = number
    return number
  }
}
