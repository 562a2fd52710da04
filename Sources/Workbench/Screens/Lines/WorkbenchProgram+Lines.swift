import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Offers the services that a new line may be for.
  mutating func addLine() { show(ChoiceMenu(newLineIn: assessment, id: newLineID)) }

  mutating func removeLine() {
    let line = plan.lines[place]
    carryOut("removing \(line.id)", [.remove(line, at: place)])
  }

  mutating func duplicateLine() {
    var copy = plan.lines[place]
    let original = copy.id
    copy.id = newLineID
    let below = place + 1
    carryOut(
      "copying \(original) to \(copy.id)", [.insert(copy, at: below)], focusing: below,
      saying: ChangePhrase("copied \(original) to \(copy.id)"))
  }

  /// Moves the focused line to the place of the row above or below.
  mutating func moveLine(by distance: Int) {
    let line = plan.lines[place].id
    let target = lines.place(ofRow: lines.focus.index + distance)
    let edit = Edit.move(line: line, from: place, to: target)
    let phrase = "moved \(line) \(distance < 0 ? "above" : "below") \(plan.lines[target].id)"
    carryOut("moving \(line)", [edit], focusing: target, saying: ChangePhrase(phrase))
  }

  /// An id for a new line.
  var newLineID: String { journal?.places.newLineID(in: plan) ?? plan.unusedLineID }
}
