import Procurement
import Validation

extension WorkbenchProgram {
  mutating func addService() {
    guard screen == .browse else {
      panes.append(.choices(ChoiceMenu(newLineIn: assessment)))
      return reveal()
    }
    guard let service = catalogue.service else { return }
    let line = assessment.newLine(
      for: assessment.index.programme.services[service], id: plan.unusedLineID)
    lines.index = plan.lines.count
    carryOut("adding \(line.id)", [.insert(line, at: plan.lines.count)])
    message = Message(
      text:
        "added as line \(line.id); \(mention(.showPlan)) shows the plan, \(mention(.undo)) undoes")
  }

  mutating func removeLine() {
    let line = plan.lines[lines.index]
    carryOut("removing \(line.id)", [.remove(line, at: lines.index)])
    message = Message(text: "removed \(line.id); \(mention(.undo)) undoes")
  }

  mutating func duplicateLine() {
    var copy = plan.lines[lines.index]
    copy.id = plan.unusedLineID
    let place = lines.index + 1
    lines.index = place
    carryOut("copying to \(copy.id)", [.insert(copy, at: place)])
    message = Message(text: "copied as line \(copy.id); \(mention(.undo)) undoes")
  }

  mutating func moveLine(by distance: Int) {
    let line = plan.lines[lines.index].id
    let place = lines.index + distance
    let edit = Edit.move(line: line, from: lines.index, to: place)
    lines.index = place
    carryOut("moving \(line)", [edit])
    message = Message(text: "moved; who is above draws on a fund first")
  }

  mutating func takeCluster() {
    guard let place = catalogue.cluster else { return }
    let cluster = assessment.index.programme.clusters[place]
    var header = plan.header
    header.trust.cluster = cluster.id
    guard header != plan.header else { return }
    carryOut("cluster \(cluster.id)", [.header(from: plan.header, to: header)])
    message = Message(text: "the trust is in \(cluster.name) now; \(mention(.undo)) undoes")
  }
}
