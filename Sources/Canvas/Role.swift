/// What a cell means; a theme decides how that looks.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Text that matters less.
  case dim
  /// The line at the top that says where one is.
  case title
  /// The head of a column or section.
  case heading
  /// Rules and frames.
  case border
  /// The sign beside the focused row.
  case mark
  /// The focused or chosen thing itself.
  case selected
  /// The start of the focused row of a list.
  case focused
  /// A field that takes input.
  case field
  /// A field whose input cannot be taken.
  case fieldInvalid
  /// What a key does.
  case hint
  /// A key's name.
  case key
  /// What the program has to say.
  case message
  /// What went wrong.
  case messageError
  /// A finding of severity error.
  case findingError
  /// A finding of severity warning.
  case findingWarning
  /// A finding of severity note.
  case findingNote
  /// A line that one provider alone may supply.
  case supplyExclusive
  /// A line that others may supply too.
  case supplyNonExclusive
  /// A line that touches nobody's right.
  case supplyNotEngaged
  /// Money that no fund covers.
  case unfunded
  /// Money that funds cover.
  case covered

  /// The role's name in a theme.
  public var name: String {
    switch self {
    case .text: "text"
    case .dim: "dim"
    case .title: "title"
    case .heading: "heading"
    case .border: "border"
    case .mark: "mark"
    case .selected: "selected"
    case .focused: "focused"
    case .field: "field"
    case .fieldInvalid: "field.invalid"
    case .hint: "hint"
    case .key: "key"
    case .message: "message"
    case .messageError: "message.error"
    case .findingError: "finding.error"
    case .findingWarning: "finding.warning"
    case .findingNote: "finding.note"
    case .supplyExclusive: "supply.exclusive"
    case .supplyNonExclusive: "supply.non-exclusive"
    case .supplyNotEngaged: "supply.not-engaged"
    case .unfunded: "unfunded"
    case .covered: "covered"
    }
  }
}
