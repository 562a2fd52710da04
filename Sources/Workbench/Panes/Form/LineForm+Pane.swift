import Canvas
import Interaction
import Procurement
import Stores

extension LineForm: Pane {
  static let contexts: [Context] = [.form, .alternative]
  var context: Context { alternative == nil ? .form : .alternative }
  var rowAction: Action? { .open }
  var closesForScreens: Bool { true }

  /// A digit on an amount starts a new one, as in a spreadsheet, and so does what computes one.
  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]? {
    let field = field(in: program.rows(of: self))
    guard let digit = key.amountStart, case .amount = field.base else { return nil }
    if program.canChange() { program.edit(field, startingWith: String(digit)) }
    return []
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    let rows = program.rows(of: self)
    var form = self
    switch action {
    case .up: form.moveRow(by: -1, in: rows)
    case .down: form.moveRow(by: 1, in: rows)
    case .left: form.moveColumn(by: -1, in: rows)
    case .right: form.moveColumn(by: 1, in: rows)
    case .nextField: form.moveField(by: 1, in: rows)
    case .previousField: form.moveField(by: -1, in: rows)
    case .pageUp, .first: form.moveRow(by: -rows.count, in: rows)
    case .pageDown, .last: form.moveRow(by: rows.count, in: rows)
    case .nextLine: program.moveInLines(.down)
    case .previousLine: program.moveInLines(.up)
    default: return
    }
    program.panes.replaceTop(form)
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool { item.isLine }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    program.rows(of: self, on: size).count + 9
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    FormView(program, self).draw(on: &canvas, layout)
    return true
  }
}

extension Key {
  /// What it begins an amount with: a digit, `.` or `£`, or `=`, `+` or `-`; nil for any other key.
  var amountStart: Character? {
    guard case .character(let start) = self, "0123456789.£=+-".contains(start) else { return nil }
    return start
  }
}
