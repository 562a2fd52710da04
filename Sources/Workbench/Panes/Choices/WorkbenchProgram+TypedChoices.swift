import Procurement
import Text
import Validation

/// Names that are typed into a list of choices.
extension WorkbenchProgram {
  /// Opens a list of choices.
  mutating func show(_ menu: ChoiceMenu) {
    var menu = menu
    refilter(&menu)
    menu.noteOpened()
    panes.push(menu)
    reveal()
  }

  /// Shows the choices that what is typed leaves, and last what is typed itself, where a name may be
  /// typed and no choice is called so.
  mutating func refilter(_ menu: inout ChoiceMenu) {
    let text = menu.filtered.text.trimmed
    menu.offer(
      menu.isListed(text) ? nil : typedChoice(text, in: menu),
      described: menu.listsServices ? assessment.index.services(resembling: text) : [])
  }

  private mutating func typedChoice(_ text: String, in menu: ChoiceMenu) -> Choice? {
    if text.isEmpty { return promptToType(in: menu) }
    switch menu.subject {
    case .field(let field):
      return menu.takesSeveral
        ? typedFund(text, for: field, in: menu) : typedValue(text, for: field)
    case .newLine: return typedService(text)
    case .markedField(let field): return typedValueOfMarked(text, for: field)
    case .property(let property):
      return editor.trying {
        Choice(using: text, called: "use `\(text)`", for: property, in: &$0)
      }
    case .trust: return typedTrust(text)
    case .importFile: return Choice(title: "read `\(text)`", taking: .importFile(text))
    case .fix, .fixAll, .routes, .alternatives, .waiver, .marked, .markedCertainty, .order, .copy,
      .theme, .newPlan, .planCopy, .scale, .importColumn:
      return nil
    }
  }

  /// What says that a name may be typed, while nothing is typed yet.
  private func promptToType(in menu: ChoiceMenu) -> Choice? {
    switch menu.subject {
    case .field(let field) where field.base != .value(.supplier): nil
    case .field, .markedField(.supplier):
      Choice(title: "another: type its name", taking: .typeSupplier)
    case .trust:
      Choice(
        title: "new plan: type the trust's code or name, now or later",
        remark: menu.most > 1 ? "" : "`calloff trusts import FILE` reads a register",
        taking: .newPlan(describedPlan))
    default: nil
    }
  }

  private func values(_ text: String, for field: LineField) -> [LineValue] {
    let reader = FieldValueReader(assessment.index.programme, plan)
    return (try? reader.values(of: text, for: .value(field))) ?? []
  }

  private func typedValue(_ text: String, for field: FormField) -> Choice? {
    guard case .value(let base) = field.base, let value = values(text, for: base).first else {
      return nil
    }
    return Choice(
      putting: plan.lines[place].putting(value, into: field), called: "use `\(text)`", for: field,
      ofLineAt: place, in: assessment)
  }

  private func typedFund(_ text: String, for field: FormField, in menu: ChoiceMenu) -> Choice? {
    guard case .funds(let ids) = values(text, for: .funds).first, ids.count == 1 else { return nil }
    var choice = Choice(
      putting: plan.lines[place].putting(.funds(menu.taken + ids), into: field),
      called: "use `\(ids[0])`", for: field, ofLineAt: place, in: assessment)
    choice.word = ids[0]
    return choice
  }

  private func typedService(_ text: String) -> Choice? {
    let values = values(text, for: .service)
    guard case .service(let id) = values.first,
      let service = assessment.index.programme.services.first(where: { $0.id == id })
    else { return nil }
    var line = assessment.newLine(for: service, id: plan.unusedLineID)
    for value in values { line.set(value) }
    let end = plan.lines.count
    return Choice(
      title: values.count > 1 ? "a future service: `\(text)`" : service.short,
      outcome: LineOutcome(assessment.verdict(at: end, trying: line)),
      taking: .edits([.insert(line, at: end)]))
  }

  private func typedValueOfMarked(_ text: String, for field: LineField) -> Choice? {
    guard let value = values(text, for: field).first else { return nil }
    guard case .funds(let ids) = value else {
      return Choice(title: "use `\(text)`", taking: .marked(.set(value)))
    }
    return ids.count == 1
      ? Choice(title: "use `\(ids[0])` alone", taking: .marked(.drawOnly(ids[0]))) : nil
  }

  /// A trust that the register does not have, of which code, name or both are typed.
  private func typedTrust(_ text: String) -> Choice {
    let trust = TypedTrust(text)
    let shown = [trust.code, trust.name].compactMap(\.self).joined(separator: " ")
    return Choice(
      title: "use `\(shown)`", remark: "\(trust.words); not in the register",
      taking: .newPlan(describedPlan.naming(trust)))
  }
}
