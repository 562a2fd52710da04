import Canvas
import Interaction
import Procurement
import Stores

extension Question: Pane {
  static let contexts: [Context] = [.question]
  var context: Context { .question }
  var isAsking: Bool { true }
  var isList: Bool { false }

  var awaited: WorkbenchProgram.Awaited {
    .answer(
      question: text,
      answers: answers.map { WorkbenchProgram.Answer(letter: $0.key, title: $0.title) })
  }

  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]? {
    if case .whatIf(let isQuitting) = subject,
      let answer: Character = [.enter: "k", .escape: isQuitting ? "c" : "d"][key]
    {
      return program.answer(answer, to: self)
    }
    guard case .character(let character) = key,
      answers.contains(where: { $0.key == character })
    else { return nil }
    return program.answer(character, to: self)
  }

  func cancel(in program: inout WorkbenchProgram) {
    switch subject {
    case .conflict(let conflict): program.leave(conflict)
    case .draft: program.message = Message(text: WorkbenchProgram.draftStays)
    case .leftWhatIf: program.message = Message(text: WorkbenchProgram.whatIfStays)
    default: break
    }
  }

  func keyHint(in program: WorkbenchProgram) -> String {
    let keys = answers.map { "`\($0.key)`" }
    guard let last = keys.last else { return "\(program.mention(.close)) goes on" }
    return "press " + keys.dropLast().joined(separator: ", ") + " or \(last)"
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool {
    typing?.isAbout(item) ?? false
  }

  func turned(from old: Property, to new: Property) -> Question {
    var question = self
    switch subject {
    case .conflict(var conflict):
      conflict.typing = conflict.typing?.turned(from: old, to: new)
      question.subject = .conflict(conflict)
    case .change(var change):
      change.typing = change.typing?.turned(from: old, to: new)
      question.subject = .change(change)
    default: break
    }
    return question
  }

  func bottomArea(below message: BottomText?, columns: Int) -> BottomArea? {
    var words = BottomText(text, role: .message, columns: columns)
    for answer in answers { words.add(key: answer.key, answer.title) }
    return BottomArea(texts: [message, words].compactMap(\.self), last: .question)
  }
}
