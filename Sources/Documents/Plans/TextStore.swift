/// The texts of a plan as they are kept, each in memory once.
///
/// Lines name the same few services, suppliers and funds over and over. What is kept is a copy:
/// the text of a node would hold the memory around it, where all other nodes are free by then.
struct TextStore {
  private var texts: Set<String> = []
  /// The lists that lines named lately.
  private var lists: [[String]] = []

  /// The longest text in bytes that is held in place, without memory of its own.
  private static let inPlace = 15

  /// A text as it is kept.
  mutating func kept(_ text: String) -> String {
    if text.utf8.count <= TextStore.inPlace { return text }
    // Equal texts may be written otherwise, and are written back as they were.
    if let place = texts.firstIndex(of: text), texts[place].utf8.elementsEqual(text.utf8) {
      return texts[place]
    }
    let copy = String(decoding: Array(text.utf8), as: UTF8.self)
    texts.insert(copy)
    return copy
  }

  /// A list of texts as it is kept.
  mutating func kept(_ list: [String]) -> [String] {
    if list.isEmpty { return [] }
    if let known = lists.first(where: { $0 == list }) { return known }
    if lists.count == 8 { lists.removeFirst() }
    lists.append(list.map { kept($0) })
    return lists[lists.count - 1]
  }
}
