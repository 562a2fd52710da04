import Procurement
import Text
import Validation

extension WorkbenchProgram {
  /// Marks the focused line, or takes its mark away, and goes on to the next row.
  mutating func toggleMark() {
    lines.toggleMark(at: place)
    lines.focus.follow(.down, count: rowCount, visible: layout.list.count)
  }

  /// The ids of the marked lines, in the plan's order.
  var markedIDs: [String] { lines.markedPlaces.map { place in plan.lines.read(place) { $0.id } } }

  /// Offers what can be changed of the marked lines.
  mutating func changeMarked() {
    show(ChoiceMenu(changesOfMarked: markedIDs))
  }

  /// Offers values for a field of the marked lines.
  mutating func changeMarked(_ field: LineField) {
    show(ChoiceMenu(valuesOfMarked: field, assessment.index.programme, plan))
  }

  /// Changes the marked lines as one step of the history.
  mutating func carryOut(_ change: MarkedChange) {
    let places = lines.markedPlaces
    let edits = change.edits(ofLinesAt: places, in: plan)
    guard !edits.isEmpty else {
      message = Message(text: "the marked lines are so already")
      return
    }
    switch change {
    case .remove: carryOut("removing \(counted(edits.count, "marked line"))", edits)
    case .certainty: carryOut("certainty of \(counted(edits.count, "fund"))", edits)
    case .set, .drawOnly, .drawAlso, .drawNot:
      carryOut("changing \(counted(edits.count, "marked line"))", edits)
    }
  }
}
