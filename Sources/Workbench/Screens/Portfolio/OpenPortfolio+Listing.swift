import Procurement
import Validation

/// A list of a portfolio that the user has gone on from.
struct Visited: Sendable {
  /// What was listed.
  fileprivate let place: ListedPlace
  /// The node that was focused.
  fileprivate let focused: Int?
  /// The numbering of nodes that these have.
  fileprivate let tree: Int
}

/// What is listed of a portfolio, and how the user goes about in it.
extension OpenPortfolio {
  /// The node whose parts are listed: England, a cluster or a trust.
  var node: Int { list.place.node }
  /// Whether all trusts are listed, whatever they are part of.
  var isFlat: Bool { list.place.isFlat }
  /// What the rows were chosen by; nil where all are shown.
  var filter: NodeFilter? { list.place.filter }
  /// The nodes that are listed, in the order of their rows.
  var rows: [Int] { list.rows }
  /// What they are sorted by; nil where they are in the portfolio's order.
  var order: NodeOrder? { list.order }
  /// Whether rows show a bar for each year instead of their columns.
  var showsYears: Bool { list.showsYears }
  /// The focused row.
  var focus: ListFocus {
    get { list.place.focus }
    set { list.place.focus = newValue }
  }

  /// The highest node that is listed: England, or below it the first that has several parts.
  var top: Int { tree.skipping(0) }

  /// The node of the focused row; nil where there is none.
  var focused: Int? { rows.indices.contains(focus.index) ? rows[focus.index] : nil }

  // MARK: Going up and down

  /// Lists the parts of the focused node; nil where that is done, or else the plan to open. A level
  /// with one part is skipped.
  mutating func descend() -> Int? {
    guard let focused else { return nil }
    let reached = tree.skipping(focused)
    let parts = tree.nodes[reached].children
    if let plan = tree.nodes[parts.count == 1 ? parts[0] : reached].plan { return plan }
    list(partsOf: reached)
    return nil
  }

  /// Lists the node above, with the row that was left focused; false where there is none.
  mutating func ascend() -> Bool {
    let left = path(to: node)
    let above = path.dropLast().last { $0 == top || tree.nodes[$0].children.count > 1 }
    guard let above, node != top else { return false }
    list(partsOf: above)
    focus.index = rows.firstIndex(where: left.contains) ?? focus.index
    return true
  }

  /// Lists the parts of a node.
  mutating func list(partsOf node: Int) { show(ListedPlace(node: node)) }

  /// What is listed, to be listed again.
  var place: Visited { Visited(place: list.place, focused: focused, tree: revision) }

  /// Lists again what was listed before; nothing where nodes have other numbers by now.
  mutating func show(_ visited: Visited) {
    guard visited.tree == revision else { return }
    show(visited.place)
    focus.index = visited.focused.flatMap(rows.firstIndex) ?? focus.index
  }

  /// Lists all trusts, those with most unfunded first unless the rows are sorted already; or else
  /// the parts of the top level again.
  mutating func listAllTrusts(_ isFlat: Bool) {
    if isFlat, order == nil { list.order = NodeOrder(column: .unfunded, isDescending: true) }
    show(ListedPlace(node: top, isFlat: isFlat))
  }

  private mutating func show(_ place: ListedPlace) {
    list.place = place
    list.rows = []
    arrange()
  }

  /// Goes to where another portfolio was listed, as far as this one has the same parts.
  mutating func keepPlace(of other: OpenPortfolio) {
    let names = other.path.map { other.tree.nodes[$0].name }
    var node = 0
    for name in names.dropFirst() {
      guard let next = tree.nodes[node].children.first(where: { tree.nodes[$0].name == name })
      else { break }
      node = next
    }
    list.order = other.order
    list.showsYears = other.showsYears
    show(ListedPlace(node: max(node, top), isFlat: other.isFlat, filter: other.filter))
    guard let focused = other.focused.map({ other.tree.nodes[$0] }) else { return }
    focus.index =
      rows.firstIndex {
        tree.nodes[$0].level == focused.level && tree.nodes[$0].name == focused.name
      } ?? 0
  }

  // MARK: Choosing and sorting

  /// Shows the parts that a filter finds, or all.
  mutating func show(_ filter: NodeFilter?) {
    list.place.filter = filter
    arrange()
  }

  /// Sorts the rows, or restores the portfolio's order.
  mutating func sort(by order: NodeOrder?) {
    list.order = order
    arrange()
  }

  /// Shows a bar for each year, or the columns again.
  mutating func switchYears() { list.showsYears.toggle() }

  /// The nodes of which rows are chosen: a name is looked for on all levels.
  var candidates: [Int] {
    if isFlat { return tree.nodes(.trust) }
    guard filter?.hasText == true else { return tree.nodes[node].children }
    return tree.descendants(of: node)
  }

  /// Finds and sorts the rows anew; the focused node stays focused where it is shown.
  mutating func arrange() {
    let focused = focused
    var found = candidates
    if let filter { found = found.filter { filter.shows($0, of: self) } }
    if filter?.hasText == true, !isFlat { found = tree.withoutOnlyParts(found) }
    list.rows = order?.sorted(found, of: self) ?? found
    focus.index = rows.firstIndex { $0 == focused } ?? min(focus.index, max(0, rows.count - 1))
  }

  /// How many parts a filter shows, and their sums; nil without a filter. A part below another one
  /// that is shown is in the sums of that.
  var shownFigures: ShownFigures? {
    guard filter != nil else { return nil }
    var figures = ShownFigures(counts: ["\(rows.count) of \(candidates.count)"])
    let shown = Set(rows)
    for row in rows where !path(to: row).dropLast().contains(where: shown.contains) {
      let split = sums(of: row).split
      figures.cost += split.cost
      figures.unfunded += split.unfunded
    }
    return figures
  }
}
