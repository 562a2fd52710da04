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

  /// The same while the description is typed, and how typing ends.
  func hint(typingInto editor: FieldEditor) -> String {
    let offer = editor.field == .value(.description) ? resembled : nil
    let next = offer == nil ? "" : ", then \(mention(.fix)) offers it"
    let keys = "\(mention(.accept)) accepts\(next), \(mention(.close)) cancels"
    return [offer, keys].compactMap(\.self).joined(separator: "; ")
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
