import Interaction

extension Context {
  /// A list of choices, which typing narrows.
  public static let choices = Context("choices", "choosing", takesText: true)
  /// A list of choices of which several can be taken.
  public static let manyChoices = Context("many-choices", "choosing several", takesText: true)
}

extension ChoiceMenu {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "take the choice", [.enter], in: [.choices, .manyChoices])
      .hinted("take").asks { $0.accept() },
    ActionEntry(.toggle, "put the choice in or out", [.character(" ")], in: [.manyChoices])
      .hinted("in or out").does { $0.toggle() },
  ]
}
