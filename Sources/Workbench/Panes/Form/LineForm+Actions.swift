import Interaction

extension Context {
  /// The fields of a line.
  public static let form = Context("form", "the fields of a line", typing: .digits)
}

extension LineForm {
  /// The actions of the form itself; those of its line are the screen's.
  static let actions: [ActionEntry] = [
    ActionEntry(.open, "edit the line, or the field", [.enter], in: [.form]).hinted("edit")
      .unless { $0.changeDisabledReason }.does { $0.openField() },
    ActionTable.move(.left, "left", [.left, .character("h")], in: [.form]),
    ActionTable.move(.right, "right", [.right, .character("l")], in: [.form]),
    ActionTable.move(.nextField, "the next field", [.tab], in: [.form]),
    ActionTable.move(.previousField, "the previous field", [.backTab], in: [.form]),
    ActionTable.move(
      .nextLine, "the same field of the next line", [.character("]"), .control("n")], in: [.form]),
    ActionTable.move(
      .previousLine, "the same field of the previous line", [.character("["), .control("p")],
      in: [.form]),
  ]
}
