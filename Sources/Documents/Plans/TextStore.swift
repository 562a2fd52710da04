/// The texts of a plan, each stored in memory only once.
///
/// Lines repeat the same few services, suppliers and funds. Texts are copied, because the text of a
/// node would keep the memory around it from being freed.
struct TextStore {
  private var texts: Set<String> = []
  /// The lists of recent lines.
  private var lists: [[String]] = []

  /// Up to how many bytes a text is stored inline, without an allocation.
  private static let inPlace = 15

  /// The stored text.
  mutating func kept(_ text: String) -> String {
    if text.utf8.count <= TextStore.inPlace { return text }
    // Equal texts may have different bytes, which must be written back unchanged.
    if let place = texts.firstIndex(of: text), texts[place].utf8.elementsEqual(text.utf8) {
      return texts[place]
    }
    let copy = String(decoding: Array(text.utf8), as: UTF8.self)
    texts.insert(copy)
    return copy
  }

  /// The stored list of texts.
  mutating func kept(_ list: [String]) -> [String] {
    if list.isEmpty { return [] }
    if let known = lists.first(where: { $0 == list }) { return known }
    if lists.count == 8 { lists.removeFirst() }
    lists.append(list.map { kept($0) })
    return lists[lists.count - 1]
  }
}
