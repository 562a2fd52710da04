import Interaction

extension Context {
  /// The plan's funds, groups or details.
  public static let records = Context(
    "records", "funds, groups and plan details", typing: .digitsOrScreens)
}

extension PropertyScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "change the field", [.enter], in: [.records]).hinted("change")
        .aboutFocus().unless { $0.changeDisabledReason }.does { $0.openProperty() },
      ActionEntry(
        .listLines, "list the lines that draw on the fund, or buy with the group",
        [.character("o")], in: [.records]
      )
      .unless { $0.noLinesOfRecord }.does { $0.listLinesOfRecord() },
      ActionTable.wayBack(in: [.records]),
      ActionTable.move(
        .left, "to the field on the left", [.left, .character("h")], in: [.records]),
      ActionTable.move(
        .right, "to the field on the right", [.right, .character("l")], in: [.records]),
      ActionEntry(.addRecord, "add a fund or a group", [.character("a")], in: [.records])
        .hinted("add")
        .unless { program in
          program.reasonNotToChange
            ?? (program.propertyScreen?.newRecord(in: program) == nil
              ? "nothing is added here; \(program.mention(.open)) changes the field" : nil)
        }
        .does { $0.addRecord() },
      ActionEntry(
        .removeRecord, "remove the fund or group", [.character("d"), .delete], in: [.records]
      )
      .aboutFocus().unless { $0.reasonNotToChange }.does { $0.removeRecord() },
    ]
  }
}
