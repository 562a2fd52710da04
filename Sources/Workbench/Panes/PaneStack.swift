/// The panes that are open, the topmost last.
struct PaneStack: Sendable {
  /// The kinds of panes that there are: a new one with keys of its own is entered here.
  static let kinds: [any Pane.Type] = [
    LineForm.self, ChoiceMenu.self, FieldEditor.self, ActionList.self, ExplanationPane.self,
    ImportPreview.self, ImportColumns.self, Merge.self, ColumnList.self, Question.self,
    Loading.self,
  ]

  /// What keys mean in panes, in the order in which help lists it.
  static let contexts: [Context] = kinds.flatMap { $0.contexts }

  private(set) var all: [any Pane] = []

  /// Some panes, the topmost last.
  init(_ panes: any Pane...) {
    all = panes
  }

  init(_ all: some Sequence<any Pane>) {
    self.all = Array(all)
  }

  /// The pane that takes the keys; nil where none is open.
  var top: (any Pane)? { all.last }
  var isEmpty: Bool { all.isEmpty }

  /// The lowest pane of a kind.
  func lowest<Kind: Pane>(_ kind: Kind.Type) -> Kind? {
    all.lazy.compactMap { $0 as? Kind }.first
  }

  mutating func push(_ pane: any Pane) { all.append(pane) }

  @discardableResult
  mutating func pop() -> (any Pane)? { all.popLast() }

  /// Puts another state of the topmost pane in its place: the only way in which an open pane changes.
  mutating func replaceTop(_ pane: any Pane) {
    all[all.count - 1] = pane
  }

  /// Puts another state of a pane in its place, which other panes may lie over.
  mutating func replace(at depth: Int, with pane: any Pane) { all[depth] = pane }

  /// Changes all panes.
  mutating func change(_ change: (any Pane) -> any Pane) { all = all.map(change) }

  mutating func removeAll(where isUnwanted: (any Pane) -> Bool) { all.removeAll(where: isUnwanted) }
}
