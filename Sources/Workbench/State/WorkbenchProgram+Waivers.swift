import Procurement
import Validation

extension WorkbenchProgram {
  /// Offers to waive what stands on the focused line, or to take waivers back.
  mutating func showWaivers() {
    let menu = ChoiceMenu(waiversOfLineAt: lines.index, in: assessment)
    guard !menu.choices.isEmpty else {
      message = Message(text: "nothing to waive on this line")
      return
    }
    panes.append(.choices(menu))
    reveal()
  }

  /// Asks why a finding is waived, or takes back a waiver.
  mutating func accept(waiver choice: Choice) {
    guard choice.edits.isEmpty else {
      let line = plan.lines[lines.index]
      return carryOut("taking back the waiver of \(choice.word) on \(line.id)", choice.edits)
    }
    guard let code = FindingCode(rawValue: choice.word) else { return }
    panes.append(.field(FieldEditor(target: .waiver(code), input: TextInput(""))))
    reveal()
  }

  /// Takes a reason as far as it is typed, so that what is kept has it.
  mutating func takeTypedReason() {
    guard case .field(let editor) = panes.last, case .waiver(let code) = editor.target else {
      return
    }
    _ = waive(code, because: editor.input.text)
  }

  /// Waives a finding on the focused line; false, with a word, where there is no reason.
  mutating func waive(_ code: FindingCode, because reason: String) -> Bool {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      message = Message(text: "a waiver needs a reason; type why", isError: true)
      return false
    }
    let line = plan.lines[lines.index]
    let waiver = Waiver(code: code, reason: reason, date: today)
    let edit = plan.setting(.waivers(line.waivers + [waiver]), at: lines.index)
    carryOut("waiving \(code.rawValue) on \(line.id)", [edit])
    message = Message(text: "\(code.rawValue) is waived on \(line.id); `u` undoes")
    return true
  }
}
