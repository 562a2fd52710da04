import Procurement

/// Actions with their keys, found by typing; one of them can be done from here.
struct ActionList: Sendable {
  /// An action in the list.
  struct Item: Sendable {
    let action: Action
    let title: String
    let keys: String
    /// Why it does nothing now; nil where it does something.
    let hindrance: String?
  }

  let title: String
  let items: [Item]
  var narrowing: Narrowing

  init(_ title: String, _ items: [Item]) {
    self.title = title
    self.items = items
    narrowing = Narrowing(count: items.count)
  }

  var focused: Item? { narrowing.focused.map { items[$0] } }

  /// The items that a text leaves: what has it as a key first, then what fits it best.
  func items(fitting text: String) -> [Int] {
    if text.isEmpty { return Array(items.indices) }
    return items.indices.compactMap { place -> (place: Int, score: Int)? in
      let item = items[place]
      if item.keys.split(separator: " ").contains(where: { $0 == text }) { return (place, .max) }
      // A part of the name itself is meant more likely than letters of what is said about it.
      let name = Likeness.score(of: text, in: item.action.rawValue).map { $0 + 4 }
      let title = Likeness.score(of: text, in: item.title)
      return [name, title].compactMap { $0 }.max().map {
        (place, item.hindrance == nil ? $0 : $0 - 4)
      }
    }
    .sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.place)
  }
}

extension ActionList {
  /// The keys of where a user is.
  init(here workbench: WorkbenchProgram) {
    let context = workbench.context
    self.init(
      "keys for \(context.title)",
      workbench.keymap.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
        Item(entry, hindrance: workbench.unavailable(entry.action))
      })
  }

  /// All actions there are, those of where a user is first.
  init(everywhere workbench: WorkbenchProgram) {
    let here = workbench.context
    var seen: Set<Action> = [.palette]
    let own = workbench.keymap.entries(in: here).filter { seen.insert($0.action).inserted }
      .map { Item($0, hindrance: workbench.unavailable($0.action)) }
    let others = Context.allCases.flatMap { context in
      workbench.keymap.entries(in: context).filter { seen.insert($0.action).inserted }
        .map { Item($0, hindrance: "only in \(context.title)") }
    }
    self.init("actions", own + others)
  }
}

extension ActionList.Item {
  fileprivate init(_ entry: Keymap.Entry, hindrance: String?) {
    action = entry.action
    title = entry.title
    keys = entry.keys.map(\.name).joined(separator: " ")
    self.hindrance = hindrance
  }
}
