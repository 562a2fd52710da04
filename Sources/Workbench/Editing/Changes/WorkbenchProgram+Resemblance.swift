import Procurement
import Validation

/// Services of the programme that a line resembles, offered as soon as it is typed.
extension WorkbenchProgram {
  /// What can be done about a change by edits: what the focused line resembles, where they say what
  /// it is for, and how they are undone.
  func hint(after edits: [Edit]) -> String {
    let says = edits.contains { $0.saysWhatFor(line: focusedLineID) }
    let offer = says ? resembled.map { "\($0); \(mention(.fix)) offers it" } : nil
    return [offer, undoHint].compactMap(\.self).joined(separator: "; ")
  }

  /// What the line resembles while its description is typed; nil if nothing.
  func resemblance(typingInto editor: FieldEditor) -> Message? {
    guard editor.field == .value(.description) else { return nil }
    return resembled.map {
      Message(text: "\($0); \(mention(.accept)) accepts, then \(mention(.fix)) offers it")
    }
  }

  /// What the focused line resembles, in a phrase; nil if nothing, or if that was waived.
  private var resembled: String? {
    guard let place = focusedPlace, assessment.verdict(at: place).unwaived.contains(.C101) else {
      return nil
    }
    let programme = assessment.index.programme
    let names = assessment.index.services(resembling: plan.lines[place].description ?? "")
      .map { programme.services[$0].short }
    return names.isEmpty ? nil : "resembles \(names.joined(separator: " and "))"
  }
}

extension Edit {
  /// Whether it adds the line with an id, or changes what that is for.
  fileprivate func saysWhatFor(line: String?) -> Bool {
    switch self {
    case .insert(let inserted, at: _): inserted.id == line
    case .set(line: let id, from: _, to: let value):
      id == line && [.description, .service].contains(value.field)
    default: false
    }
  }
}
