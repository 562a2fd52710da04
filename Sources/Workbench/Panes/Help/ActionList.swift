import Procurement
import Text

/// Actions with their keys, found by typing; one of them can be done from here.
struct ActionList: Sendable {
  /// An action in the list, or something that is done outside the workbench.
  struct Item: Sendable {
    /// The action; nil where it is none of the workbench's, or keys that only type.
    let action: Action?
    let title: String
    let synonyms: [String]
    let keys: String
    /// Why it does nothing now, or where it is done; nil where it can be done here.
    let unavailableReason: String?

    /// The name by which messages call it.
    var name: String { action?.rawValue ?? title }
  }

  let title: String
  let items: [Item]
  var filtered: FilteredList

  init(_ title: String, _ items: [Item]) {
    self.title = title
    self.items = items
    filtered = FilteredList(count: items.count)
  }

  var focused: Item? { filtered.focused.map { items[$0] } }

  /// Shows what the typed text leaves.
  mutating func narrow() { filtered.show(fitting(filtered.text)) }

  /// The items that a text leaves: those that have it as a key or in words; where there are none,
  /// guesses, of which none is focused.
  func fitting(_ text: String) -> FilteredList.Fit {
    let query = SearchQuery(text)
    if query.isEmpty { return FilteredList.Fit(items: Array(items.indices)) }
    let found = items.indices.compactMap { place in
      items[place].rank(of: text, query).map { (rank: $0, place: place) }
    }
    if found.isEmpty { return FilteredList.Fit(items: guesses(text, query), row: nil) }
    return FilteredList.Fit(items: found.sorted { $0 < $1 }.map(\.place))
  }

  /// The items whose names resemble a text, or have its letters somewhere, the likeliest first.
  private func guesses(_ text: String, _ query: SearchQuery) -> [Int] {
    let words = items.flatMap { [$0.name] + $0.synonyms }
    let near = nearest(to: text.trimmed.lowercased(), among: words)
    return items.indices.compactMap { place -> (score: Int, place: Int)? in
      let item = items[place]
      let isNear = near.map { item.name == $0 || item.synonyms.contains($0) } ?? false
      if isNear { return (.min, place) }
      // A part of the name itself is meant more likely than letters of its title.
      let name = query.scatteredScore(in: item.name).map { $0 + 4 }
      let score = [name, query.scatteredScore(in: item.title)].compactMap { $0 }.max()
      return score.map { (-$0, place) }
    }
    .sorted { $0 < $1 }.map(\.place)
  }
}

extension ActionList.Item {
  /// How well what was typed fits, best 0; nil where it does not, and is at most a guess.
  ///
  /// A key comes first; then a name, title or synonym that is all typed; then words, and then
  /// beginnings of words, of name, title and synonyms. What cannot be done now comes last.
  fileprivate func rank(of text: String, _ query: SearchQuery) -> Int? {
    if keys.split(separator: " ").contains(where: { $0 == text }) { return 0 }
    guard let rank = wordRank(of: query) else { return nil }
    return unavailableReason == nil ? rank : rank + 10
  }

  private func wordRank(of query: SearchQuery) -> Int? {
    if query.isAll(of: name) || query.isAll(of: title) { return 1 }
    // The ranks of a word and of the beginning of one.
    let fields = [([name], 2, 5), ([title], 3, 6), (synonyms, 7, 8)].map { texts, word, beginning in
      (letters: texts.map(SearchQuery.letters), word: word, beginning: beginning)
    }
    var worst = 0
    for word in query.words {
      let ranks = fields.flatMap { field in
        field.letters.compactMap { letters -> Int? in
          switch SearchQuery.fit(of: word, in: letters) {
          case .word: field.word
          case .beginning: field.beginning
          // What is only inside a word is as likely a coincidence as scattered letters.
          case .inside, nil: nil
          }
        }
      }
      guard let rank = ranks.min() else { return nil }
      worst = max(worst, rank)
    }
    return synonyms.contains(where: query.isAll) ? min(worst, 4) : worst
  }
}

extension ActionList {
  /// The keys of where a user is.
  init(here workbench: WorkbenchProgram) {
    let context = workbench.context
    var items = workbench.keymap.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
      Item(entry, unavailableReason: workbench.unavailable(entry.action))
    }
    if let typing = context.typing { items.insert(Item(typing), at: min(1, items.count)) }
    if let question = workbench.panes.top as? Question {
      items = question.answers.map { Item($0) } + items
    }
    self.init("keys for \(context.title)", items)
  }

  /// All actions there are, those of where a user is first; then what other programs do.
  init(everywhere workbench: WorkbenchProgram) {
    let here = workbench.context
    var seen: Set<Action> = [.palette]
    let own = workbench.keymap.entries(in: here).filter { seen.insert($0.action).inserted }
      .map { Item($0, unavailableReason: workbench.unavailable($0.action)) }
    let others = workbench.keymap.table.contexts.flatMap { context in
      workbench.keymap.entries(in: context).filter { seen.insert($0.action).inserted }
        .map { Item($0, unavailableReason: workbench.whereabouts(of: context)) }
    }
    self.init("actions", own + others + OutsideTask.all(for: workbench.planInShell).map(Item.init))
  }
}

extension WorkbenchProgram {
  /// That something is only done in another context, and the key that leads there if one does.
  fileprivate func whereabouts(of other: Context) -> String {
    let screens = screens.all.filter { $0.context == other }
    // Where several screens are of one context, no key leads to all of them.
    let action = screens.count == 1 ? screens[0].shortcut?.action : nil
    let entry = keymap.entries(in: context).first { $0.action == action }
    return "only in \(other.title)" + (entry?.keys.first.map { " (`\($0.name)`)" } ?? "")
  }
}

extension ActionList.Item {
  fileprivate init(_ entry: Keymap.Entry, unavailableReason: String?) {
    self.init(
      action: entry.action, title: entry.title, synonyms: entry.action.synonyms,
      keys: entry.keys.map(\.name).joined(separator: " "), unavailableReason: unavailableReason)
  }

  fileprivate init(_ typing: TypingKeys) {
    self.init(
      action: nil, title: typing.title, synonyms: [], keys: typing.keys, unavailableReason: nil)
  }

  fileprivate init(_ answer: Question.Answer) {
    self.init(
      action: nil, title: answer.title, synonyms: [], keys: String(answer.key),
      unavailableReason: nil)
  }

  fileprivate init(_ task: OutsideTask) {
    self.init(
      action: nil, title: task.title, synonyms: task.synonyms, keys: "",
      unavailableReason: task.place)
  }
}
