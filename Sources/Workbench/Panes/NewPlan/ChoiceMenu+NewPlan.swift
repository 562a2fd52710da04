import Procurement
import Text
import Validation

extension ChoiceMenu {
  /// The form for a new plan: its trust and fields, what it begins with, and first what creates it.
  init(_ new: NewPlan, in programme: Programme) {
    let count = new.coreServices(in: programme).count
    var toggled = new
    toggled.hasCoreLines.toggle()
    let create = Choice(
      title: "create the plan",
      remark: new.hasCoreLines ? "with \(counted(count, "undecided line"))" : "without lines",
      taking: .createPlan(new))
    let (code, name) = (new.header.trust.code, new.header.trust.name)
    let isUnnamed = [Property.trustCode, .trustName].contains { $0.isPlaceholder(in: new.outline) }
    let trust = Choice(
      title: "trust: \(code) \(name)", remark: isUnnamed ? "still to be given" : "",
      taking: .newPlanTrust(new))
    let fields = NewPlan.fields.map { field in
      Choice(
        title: "\(field.newPlanTitle): \(field.newPlanText(of: new, in: programme))",
        remark: field.isPlaceholder(in: new.outline) ? "still to be given" : "",
        taking: .newPlanField(field, new))
    }
    let template = Choice(
      title: "core services: \(new.hasCoreLines ? "a line for each" : "none yet")",
      remark: "\(count) expected of a trust of this kind; C103 lists those that a plan lacks",
      taking: .newPlan(toggled))
    self.init(.newPlan, [create, trust] + fields + [template])
  }

  /// The words to choose from for a field of the form; nil for a field that is typed.
  init?(_ field: Property, of new: NewPlan, in programme: Programme) {
    guard let words = field.words(in: programme) else { return nil }
    let choices = words.compactMap { word, meaning -> Choice? in
      guard let changed = try? new.putting(word, into: field) else { return nil }
      return Choice(
        word: word, title: meaning.isEmpty ? word : "\(word): \(meaning)",
        taking: .newPlan(changed), isCurrent: field.text(in: new.outline) == word)
    }
    self.init(.newPlan, choices)
  }
}

extension Property {
  /// The field's title in the form for a new plan.
  fileprivate var newPlanTitle: String {
    switch self {
    case .trustKind: "kind of trust"
    case .trustCluster: "region (cluster)"
    default: title
    }
  }

  /// What the form shows of the field: names as people say them.
  fileprivate func newPlanText(of new: NewPlan, in programme: Programme) -> String {
    let text = text(in: new.outline)
    return self == .trustCluster ? programme.cluster(text)?.name ?? text : text
  }
}

extension WorkbenchProgram {
  /// The plan that the open form describes so far; a blank one where no form is open.
  var describedPlan: NewPlan {
    for case let menu as ChoiceMenu in panes.all {
      if case .createPlan(let new)? = menu.choices.first?.taking { return new }
    }
    return NewPlan(in: assessment.index.programme)
  }

  /// Shows the form for a new plan in the place of its earlier state, with the same row focused.
  mutating func showForm(for new: NewPlan, atRow row: Int? = nil) {
    var row = row
    while let menu = panes.top as? ChoiceMenu, menu.subject == .newPlan {
      row = menu.filtered.focused
      panes.pop()
    }
    var menu = ChoiceMenu(new, in: assessment.index.programme)
    if let row { menu.filtered.focus(on: row) }
    show(menu)
  }

  /// Opens a field of the form for a new plan above the form: a list of words, or typing.
  mutating func open(_ field: Property, of new: NewPlan) {
    let programme = assessment.index.programme
    if let menu = ChoiceMenu(field, of: new, in: programme) {
      show(menu)
    } else {
      request(
        .newPlanField(field, new), present: field.text(in: new.outline),
        replacesText: field.isPlaceholder(in: new.outline))
    }
  }

  /// Creates a plan that was described, and opens it.
  mutating func create(_ new: NewPlan) -> [Effect] {
    let plan = new.plan(in: assessment.index.programme)
    message = Message(
      text: "`\(plan.header.title)` created"
        + (plan.lines.isEmpty ? "; \(mention(.addService, in: .plan)) adds a line" : ""))
    return [.store(.start(plan, Assessment(plan, against: assessment.index).summary))]
  }
}
