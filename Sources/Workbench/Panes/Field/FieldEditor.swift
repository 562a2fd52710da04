import Procurement
import Text

/// Typing into a field of a line, or into a name.
///
/// What is typed goes into the plan at each key while it is valid, and while it is not the plan has
/// the old value; taking it makes one step of the history, and going back puts the old value back.
struct FieldEditor: Sendable {
  /// What the text is for.
  enum Target: Sendable {
    case line(FormField, original: LineValue)
    /// A field outside the lines, with what it held.
    case property(Property, original: Plan.Outside)
    /// The name of a document to write to.
    case documentName
    /// Why a finding on a line is waived.
    case waiver(FindingCode)
    /// The filter of a list, with the one before.
    case filter(original: String)
    /// The name of a version of the plan.
    case versionName
    /// A text that something else is done with.
    case request(TextRequest)
  }

  var target: Target
  var input: TextInput
  /// Whether the text replaces the old one, and does not change it.
  var isStartedAnew = false
  /// Whether the first key that is typed replaces the text, as in a cell of a spreadsheet: it is a
  /// placeholder, or the user came from typing into another field.
  var replacesText = false
  /// Why the text cannot be taken, in words.
  var fault: String?
  /// The plan's figures without what is typed; nil where that is for no field of the plan.
  var before: PlanFigures?
  /// What another session has set while it was typed.
  var rival: Rival?

  /// Whether it edits that property.
  func isFor(_ property: Property) -> Bool {
    if case .property(property, _) = target { return true }
    return false
  }

  /// Whether an amount is typed.
  var isAmount: Bool {
    switch target {
    case .line(let field, _): field.isAmount
    case .property(.available, _): true
    default: false
    }
  }

  /// The amount that the field held when typing began.
  private var heldAmount: Money {
    switch target {
    case .line(_, .amount(_, _, let money)): money
    case .line(.alternative(let id, .amount(let year, let kind)), .alternatives(let all)):
      all.first { $0.id == id }?.cost[year, kind] ?? .zero
    case .property(.available(let fund, let year), let original):
      original.funds[fund].available[year] ?? .zero
    default: .zero
    }
  }

  /// The text as its field takes it: what computes an amount gives way to the result.
  func value() throws(FieldFault) -> String {
    guard isAmount else { return input.text }
    guard AmountExpression.isOne(input.text) else {
      let text = input.text.trimmed
      let amount = text.hasPrefix(".") ? "0\(text)" : text.replacing("£.", with: "£0.")
      do throws(Money.Fault) { _ = try Money.typed(amount) } catch {
        throw FieldFault(words: error.wordsWhileTyping)
      }
      return amount
    }
    do throws(AmountExpression.Fault) {
      return try AmountExpression.amount(input.text, from: heldAmount).plain
    } catch { throw FieldFault(words: error.words) }
  }

  /// What the bottom row asks for, where the text is for no field on the screen.
  var prompt: String? {
    switch target {
    case .line, .property: nil
    case .documentName: "write to file: "
    case .waiver(let code): "why \(code.rawValue) is waived: "
    case .filter: "show only: "
    case .versionName: "name this version: "
    case .request(let request): request.prompt
    }
  }

  /// Empties the text where typing replaces it; nothing of it was changed yet then.
  mutating func startAnew() {
    guard replacesText, typed == nil || held == nil else { return }
    input = TextInput("", movements: input.movements, limit: input.limit)
    isStartedAnew = isAmount
  }

  /// Whether it asks for a text of which nothing is typed yet, so that its prompt is enough.
  var isUntouchedRequest: Bool {
    if case .request = target { return input.characters.isEmpty }
    return false
  }

  /// Whether it chooses the rows of a list.
  var isFilter: Bool {
    if case .filter = target { return true }
    return false
  }

  /// The field of a line that is edited.
  var field: FormField? {
    if case .line(let field, _) = target { return field }
    return nil
  }
}

extension FormField {
  /// The value that a text means for the field; throws, in words, where it means none.
  func value(from text: String, for line: PlanLine, in plan: Plan) throws(FieldFault) -> LineValue {
    switch self {
    case .amount(let year, let kind):
      return .amount(year, kind, try AmountText.money(text))
    case .value(.id):
      let id = try CodeKind.id.value(ofField: "id", text)
      if id.isEmpty { throw FieldFault(words: "a line needs an id; type one") }
      if id != line.id, plan.index(ofLine: id) != nil {
        throw FieldFault(words: "another line has the id `\(id)`; type another")
      }
      return .id(id)
    case .value(.supplier):
      return .supplier(try CodeKind.supplier.value(ofField: "supplier", text).nonEmpty)
    case .value(.justification): return .justification(text.nonEmpty)
    case .value(.description): return .description(text.nonEmpty)
    case .value(.notes): return .notes(text.nonEmpty)
    case .value: throw FieldFault(words: "choose from the list")
    case .alternative(let id, let field):
      return .alternatives(try field.alternatives(from: text, for: id, of: line, in: plan))
    }
  }

  /// The alternatives of a line once a text is in this field of one of them; an empty text leaves
  /// the field to the line.
  private func alternatives(
    from text: String, for id: String, of line: PlanLine, in plan: Plan
  ) throws(FieldFault) -> [Alternative] {
    guard let alternative = line.alternative(id) else {
      throw FieldFault(words: "`\(id)` is no longer an alternative of \(line.id)")
    }
    if text == line.text(of: .alternative(id, self)) { return line.alternatives }
    if self == .value(.id) {
      let new = try CodeKind.id.value(ofField: "id", text)
      if new.isEmpty { throw FieldFault(words: "an alternative needs an id; type one") }
      if new != id, line.alternative(new) != nil {
        throw FieldFault(words: "another alternative has the id `\(new)`; type another")
      }
      return line.alternatives(changing: id) { $0.id = new }
    }
    let value = try value(from: text, for: line.taking(alternative), in: plan)
    return line.alternatives(changing: id) { alternative in
      if text.isEmpty, case .value(let field) = self {
        alternative.set(field, to: nil)
      } else {
        alternative.set(value)
      }
    }
  }
}

extension PlanLine {
  /// The value that puts one into a field of a form: the line's own, or its alternatives with that
  /// of one of them.
  func putting(_ value: LineValue, into field: FormField) -> LineValue {
    guard let id = field.alternative else { return value }
    return .alternatives(alternatives(changing: id) { $0.set(value) })
  }

  /// What is judged where a field of a form is changed: the line, or the line with the alternative.
  func judged(for field: FormField) -> PlanLine {
    field.alternative.flatMap(alternative).map(taking) ?? self
  }
}

extension CodeKind {
  /// The code that is typed or pasted into a field; throws, in words, where it cannot be one.
  func value(ofField name: String, _ text: String) throws(FieldFault) -> String {
    do throws(Fault) { return try typed(text) } catch {
      throw FieldFault(words: error.words(noun(name), "`\(text.trimmed.withVisibleBlanks)`"))
    }
  }

  /// The codes of a list that is typed or pasted into a field.
  func values(ofField name: String, _ text: String) throws(FieldFault) -> [String] {
    var codes: [String] = []
    for word in CodeKind.listed(text) { codes.append(try value(ofField: name, word)) }
    return codes
  }
}

/// Why a text cannot be taken.
struct FieldFault: Error {
  var words: String
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
