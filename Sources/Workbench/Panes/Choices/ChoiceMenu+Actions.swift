import Interaction

extension Context {
  /// A list of choices, filtered by typing.
  public static let choices = Context("choices", "choosing", takesText: true)
  /// A list of choices of which several can be taken.
  public static let manyChoices = Context("many-choices", "choosing several", takesText: true)
  /// The fixes for a line's findings.
  public static let fixes = Context("fixes", "choosing a fix", takesText: true)
}

extension ChoiceMenu {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "accept the choice", [.enter], in: [.choices, .manyChoices, .fixes])
      .hinted("accept").asks { $0.accept() },
    ActionEntry(.toggle, "select or deselect", [.character(" ")], in: [.manyChoices])
      .hinted("select").does { $0.toggle() },
    ActionEntry(.fixAll, "apply a fix to all findings of its code", [.character("F")], in: [.fixes])
      .hinted("all").unless { $0.reasonNotToChange }.does { $0.offerFixesOfAll() },
    leave(.nextField, "accept the choice, and go to the next field", .tab),
    leave(.previousField, "accept the choice, and go to the previous field", .backTab),
  ]

  private static func leave(_ action: Action, _ title: String, _ key: Key) -> ActionEntry {
    ActionEntry(action, title, [key], in: [.choices, .manyChoices])
      .unless { program in
        (program.panes.top as? ChoiceMenu)?.isOfField == true
          ? nil : "there is no other field; \(program.mention(.accept)) accepts the choice"
      }
      .asks { $0.leaveChoice(action) }
  }
}
