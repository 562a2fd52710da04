import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  mutating func addService() {
    guard screen == .browse else {
      return show(ChoiceMenu(newLineIn: assessment, id: newLineID))
    }
    guard let service = catalogue.service else { return }
    let line = assessment.newLine(
      for: assessment.index.programme.services[service], id: newLineID)
    let end = plan.lines.count
    carryOut("adding \(line.id)", [.insert(line, at: end)], focusing: end)
  }

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
      "copying to \(copy.id)", [.insert(copy, at: below)], focusing: below,
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

  mutating func takeCluster() {
    guard let place = catalogue.cluster else { return }
    let cluster = assessment.index.programme.clusters[place]
    var header = plan.header
    header.trust.cluster = cluster.id
    guard header != plan.header else { return }
    changeCluster(to: cluster.id, [.header(from: plan.header, to: header)])
  }
}

extension WorkbenchProgram {
  /// An id for a new line.
  private var newLineID: String { journal?.places.newLineID(in: plan) ?? plan.unusedLineID }
}
