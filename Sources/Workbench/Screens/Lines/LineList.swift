import Procurement
import Validation

/// The lines of a plan as rows: which are shown and in which order, which is focused, and which are
/// marked.
///
/// Rows change when the user filters or sorts, and when lines come or go; never because an edit made
/// a line match otherwise, so that nothing jumps while the user types.
struct LineList: Sendable {
  /// The focused row.
  var focus = ListFocus()
  /// The focused cell of the focused row; nil where the row is focused as a whole.
  var cell: ShownColumn?
  /// The row and the cell in which the user began to type from cell to cell; Enter returns to that
  /// column in the next row.
  var typingStart: (row: Int, cell: ShownColumn)?
  /// The kind of cost whose years are shown before anything else; nil where the width decides.
  var years: CostKind?
  /// What the shown lines were chosen by; nil where all are shown.
  private(set) var filter: LineFilter?
  /// What they are sorted by; nil where they are in the plan's order.
  private(set) var order: LineOrder?
  /// The place of each row's line; nil where all lines are shown in the plan's order.
  private(set) var places: [Int]?
  /// The place of the line to come back to, while rows follow what is typed.
  var anchor: Int?
  private var marks = LineMarks()

  // MARK: Rows

  /// How many rows there are for a plan of that many lines.
  func count(of lines: Int) -> Int { places?.count ?? lines }

  /// The place of a row's line.
  func place(ofRow row: Int) -> Int {
    places.map { $0.indices.contains(row) ? $0[row] : 0 } ?? row
  }

  /// The row of the line at a place; nil where it is not shown.
  func row(ofPlace place: Int) -> Int? {
    guard let places else { return place }
    return order == nil ? LineList.search(places, for: place).found : places.firstIndex(of: place)
  }

  /// Makes sure that the line at a place is shown, and returns its row.
  mutating func show(_ place: Int) -> Int {
    if let row = row(ofPlace: place) { return row }
    let row = order == nil ? LineList.search(places ?? [], for: place).place : focus.index + 1
    let end = min(row, places?.count ?? 0)
    places?.insert(place, at: end)
    return end
  }

  /// Where a place is among places in order, or would be.
  private static func search(_ places: [Int], for place: Int) -> (place: Int, found: Int?) {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return (low, low < places.count && places[low] == place ? low : nil)
  }

  // MARK: Filtering and sorting

  /// Shows the lines that a filter finds, or all; the focused line stays focused where it is shown.
  mutating func show(_ filter: LineFilter?, in assessment: Assessment) {
    // What a longer filter finds is among what the shorter one found, as nothing was edited since. So
    // a letter costs one look at what is left, however many words there are.
    let old = filter.flatMap { $0.narrows(self.filter) ? self.filter : nil }
    let found = old == nil ? nil : places
    self.filter = filter
    arrange(in: assessment, among: found, beyond: found == nil ? nil : old)
  }

  /// Shows all lines in the plan's order.
  mutating func showAll() {
    let focused = place(ofRow: focus.index)
    filter = nil
    order = nil
    places = nil
    focus.index = focused
  }

  /// Sorts the rows, or puts them into the plan's order.
  mutating func sort(by order: LineOrder?, in assessment: Assessment) {
    self.order = order
    arrange(in: assessment, among: nil)
  }

  /// Finds and sorts the rows anew; among places that another filter has found, for what this one
  /// asks beyond that.
  mutating func arrange(
    in assessment: Assessment, among candidates: [Int]? = nil, beyond other: LineFilter? = nil
  ) {
    let focused = anchor ?? place(ofRow: focus.index)
    defer { focus.index = row(ofPlace: focused) ?? min(focus.index, max(0, count(of: 0) - 1)) }
    guard filter != nil || order != nil else {
      places = nil
      return
    }
    let isSorted = candidates == nil && order != nil
    let found =
      filter.map {
        LineMatcher(assessment: assessment, marks: marks)
          .places(fitting: $0.terms(beyond: other), among: candidates)
      }
      ?? Array(assessment.plan.lines.indices)
    places = isSorted ? order?.sorted(found, in: assessment) ?? found : found
  }

  // MARK: Marks

  /// How many lines are marked.
  var markedCount: Int { marks.count }

  /// Whether the line at a place is marked.
  func isMarked(_ place: Int) -> Bool { marks.contains(place) }

  /// The places of the marked lines, in the plan's order.
  var markedPlaces: [Int] { marks.places }

  /// Marks the line at a place, or takes its mark away.
  mutating func toggleMark(at place: Int) {
    marks.set(place, to: !marks.contains(place))
  }

  /// Marks all lines that are shown, or none where all of them are marked.
  mutating func toggleMarks(of lines: Int) {
    let shown = places ?? Array(0..<lines)
    let isMarking = !shown.allSatisfy(marks.contains)
    for place in shown { marks.set(place, to: isMarking) }
  }

  /// Takes all marks away.
  mutating func clearMarks() { marks = LineMarks() }

  // MARK: Edits

  /// The most edits that are followed one by one.
  private static let followed = 64

  /// Follows edits that were carried out, so that rows and marks stay with their lines.
  mutating func follow(_ edits: [Edit], in assessment: Assessment) {
    guard places != nil || marks.count > 0 else { return }
    let moves = edits.lazy.compactMap(LineMove.init).prefix(LineList.followed + 1)
    guard moves.count <= LineList.followed else {
      clearMarks()
      return arrange(in: assessment)
    }
    for move in moves {
      marks.follow(move)
      follow(move)
    }
  }

  private mutating func follow(_ move: LineMove) {
    guard let old = places else { return }
    places = old.compactMap(move.place)
    if case .insertion(let place) = move { _ = show(place) }
    if case .move = move, order == nil { places?.sort() }
  }
}
