import Interaction

extension Context {
  /// A field that takes text; every printable key is text here.
  public static let field = Context("field", "typing into a field", takesText: true)
}

extension FieldEditor {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "accept; after an amount, go to the one below", [.enter], in: [.field])
      .hinted("accept").asks { $0.acceptField() },
    leave(.up, "accept what is typed, and type into the field above", .up).unless {
      $0.noOtherField
    },
    leave(.down, "accept what is typed, and type into the field below", .down).unless {
      $0.noOtherField
    },
    leave(.left, "a character to the left; from the first one, accept and go left", .left),
    leave(.right, "a character to the right; from the last one, accept and go right", .right),
    leave(.nextField, "accept what is typed, and type into the next field", .tab)
      .unless { $0.noOtherField },
    leave(.previousField, "accept what is typed, and type into the previous field", .backTab)
      .unless { $0.noOtherField },
  ]

  private static func leave(_ action: Action, _ title: String, _ key: Key) -> ActionEntry {
    ActionEntry(action, title, [key], in: [.field]).asks { $0.leaveField(action) }
  }
}

extension WorkbenchProgram {
  /// Why no other field can be reached from the one that is typed into.
  fileprivate var noOtherField: String? {
    guard let editor = panes.top as? FieldEditor, editor.prompt != nil else { return nil }
    return "there is no other field; \(mention(.accept)) accepts what is typed"
  }
}
