import Canvas
import Procurement
import Validation

/// Which fields of a line its form shows.
extension WorkbenchProgram {
  /// The rows of a form on a screen of a size.
  func rows(of form: LineForm, on size: Size) -> [[FormField]] {
    let line = hasLine ? plan.lines[place] : nil
    let alternative = form.alternative.flatMap { line?.alternative($0) }
    let judged = alternative.flatMap { line?.taking($0) } ?? line
    return LineForm.rows(
      years: plan.header.years, isWide: Layout.isWide(size), of: form.alternative
    ) { field in
      guard let judged, !form.showsAll, !settings.isDialogue else { return true }
      return form.focused?.base == .value(field)
        || !judged.text(of: .value(field)).isEmpty
        || assessment.index.applies(field, to: judged)
    }
  }

  /// Shows every field of the form, or only those that apply.
  mutating func showAllFields() {
    guard var form = panes.top as? LineForm else { return }
    form.showsAll.toggle()
    panes.replaceTop(form)
    message = Message(
      text: form.showsAll
        ? "all fields" : "the fields that apply or hold something; \(mention(.allFields)) shows all"
    )
    reveal()
  }
}
