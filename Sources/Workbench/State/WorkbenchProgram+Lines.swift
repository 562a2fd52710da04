import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  mutating func addService() {
    guard screen == .browse else {
      panes.append(.choices(ChoiceMenu(newLineIn: assessment, id: newLineID)))
      return reveal()
    }
    guard let service = catalogue.service else { return }
    let line = assessment.newLine(
      for: assessment.index.programme.services[service], id: newLineID)
    let end = plan.lines.count
    guard carryOut("adding \(line.id)", [.insert(line, at: end)], focusing: end) else { return }
    message = Message(
      text:
        "added as line \(line.id); \(mention(.showPlan)) shows the plan, \(mention(.undo)) undoes")
  }

  mutating func removeLine() {
    let line = plan.lines[place]
    guard carryOut("removing \(line.id)", [.remove(line, at: place)]) else { return }
    message = Message(text: "removed \(line.id); \(mention(.undo)) undoes")
  }

  mutating func duplicateLine() {
    var copy = plan.lines[place]
    copy.id = newLineID
    let below = place + 1
    guard carryOut("copying to \(copy.id)", [.insert(copy, at: below)], focusing: below) else {
      return
    }
    message = Message(text: "copied as line \(copy.id); \(mention(.undo)) undoes")
  }

  /// Moves the focused line to the place of the row above or below.
  mutating func moveLine(by distance: Int) {
    let line = plan.lines[place].id
    let target = lines.place(ofRow: lines.focus.index + distance)
    let edit = Edit.move(line: line, from: place, to: target)
    guard carryOut("moving \(line)", [edit], focusing: target) else { return }
    message = Message(text: "moved; who is above draws on a fund first")
  }

  mutating func takeCluster() {
    guard let place = catalogue.cluster else { return }
    let cluster = assessment.index.programme.clusters[place]
    var header = plan.header
    header.trust.cluster = cluster.id
    guard header != plan.header else { return }
    guard carryOut("cluster \(cluster.id)", [.header(from: plan.header, to: header)]) else {
      return
    }
    message = Message(text: "the trust is in \(cluster.name) now; \(mention(.undo)) undoes")
  }
}

extension WorkbenchProgram {
  /// An id for a new line.
  private var newLineID: String { journal?.places.newLineID(in: plan) ?? plan.unusedLineID }
}
