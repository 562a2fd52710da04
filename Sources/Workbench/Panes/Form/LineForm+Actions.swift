import Interaction

extension Context {
  /// The fields of a line.
  public static let form = Context("form", "the fields of a line", typing: .digits)
  /// The fields of an alternative.
  public static let alternative = Context(
    "alternative", "the fields of an alternative", typing: .digits)
}

extension LineForm {
  /// The actions of the form itself; those of its line are the screen's.
  static let actions: [ActionEntry] = [
    ActionEntry(.open, "edit the line, or the field", [.enter], in: [.form]).hinted("edit")
      .unless { $0.changeDisabledReason }.does { $0.openField() },
    ActionEntry(.open, "edit the field", [.enter], in: [.alternative]).hinted("edit")
      .unless { $0.changeDisabledReason }.does { $0.openField() },
    ActionEntry(
      .chooseAlternative, "choose the alternative: it swaps with the line", [.character("t")],
      in: [.alternative]
    )
    .hinted("choose").unless { $0.reasonNotToChange }.does { $0.chooseAlternative() },
    ActionEntry(
      .removeAlternative, "remove the alternative", [.character("d"), .delete], in: [.alternative]
    )
    .hinted("remove").unless { $0.reasonNotToChange }.does { $0.removeAlternative() },
    ActionEntry(
      .allFields, "show all fields, or only those that apply", [.character("a")], in: contexts
    )
    .hinted("all fields").does { $0.showAllFields() },
    ActionTable.move(.left, "left", [.left, .character("h")], in: contexts),
    ActionTable.move(.right, "right", [.right, .character("l")], in: contexts),
    ActionTable.move(.nextField, "the next field", [.tab], in: contexts),
    ActionTable.move(.previousField, "the previous field", [.backTab], in: contexts),
    ActionTable.move(
      .nextLine, "the same field of the next line", [.character("]"), .control("n")], in: [.form]),
    ActionTable.move(
      .previousLine, "the same field of the previous line", [.character("["), .control("p")],
      in: [.form]),
  ]
}
