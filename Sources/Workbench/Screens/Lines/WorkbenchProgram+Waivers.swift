import Procurement
import Validation

extension WorkbenchProgram {
  /// Offers to waive findings of the focused line, or to take waivers back.
  mutating func showWaivers() {
    let menu = ChoiceMenu(waiversOfLineAt: place, in: assessment)
    guard !menu.choices.isEmpty else {
      message = Message(text: "nothing to waive on this line")
      return
    }
    show(menu)
  }

  /// Takes a reason as far as it is typed, so that what is kept has it.
  mutating func takeTypedReason() {
    guard let editor = panes.top as? FieldEditor, case .waiver(let code) = editor.target else {
      return
    }
    _ = waive(code, because: editor.input.text)
  }

  /// Waives a finding on the focused line; false, with a message, where no reason is given.
  mutating func waive(_ code: FindingCode, because reason: String) -> Bool {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      message = Message(text: "a waiver needs a reason; type why", isError: true)
      return false
    }
    let line = plan.lines[place]
    let waiver = Waiver(code: code, reason: reason, date: settings.today)
    let edit = plan.setting(.waivers(line.waivers + [waiver]), at: place)
    return carryOut(
      "waiving \(code.rawValue) on \(line.id)", [edit],
      saying: ChangePhrase("\(code.rawValue) is waived on \(line.id)"))
  }
}
