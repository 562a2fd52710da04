import Procurement
import Validation

extension WorkbenchProgram {
  /// The fields that the present screen lists.
  var properties: [Property] { propertyScreen?.properties(of: plan) ?? [] }

  /// The focused field of a fund, a group or the plan's head; nil where none is.
  var focusedProperty: Property? {
    let properties = properties
    let row = listFocus.index
    return properties.indices.contains(row) ? properties[row] : nil
  }

  /// Opens the focused field: a list of choices, or typing, perhaps with a text to begin with.
  mutating func openProperty(startingWith text: String? = nil) {
    guard let property = focusedProperty else { return }
    if text == nil, goesOnFromTyped() { return }
    if let menu = editor.trying({ ChoiceMenu(property, in: &$0) }) {
      return show(menu)
    }
    let editor = FieldEditor(
      target: .property(property, original: plan.outside),
      input: input(text ?? property.text(in: plan)), isStartedAnew: text != nil,
      replacesText: property.isPlaceholder(in: plan), before: figures)
    panes.push(editor)
    if text != nil { type(into: editor) }
  }

  /// Puts what is typed into the plan as far as it is valid, and is to be seen before it is taken.
  mutating func type(_ text: String, into property: Property) throws(FieldFault) {
    let edits = try property.edits(putting: text, in: plan)
    guard property.isLive else { return }
    apply(edits, near: place)
  }

  /// Takes what was typed as one step of the history.
  mutating func take(_ editor: FieldEditor, for property: Property, original: Plan.Outside) {
    put(original)
    do throws(FieldFault) {
      let edits = try property.edits(putting: editor.value(), in: plan).filter { !$0.isIdle }
      change(property, by: edits, editor)
    } catch {
      message = Message(text: error.words, isError: true)
    }
  }

  /// Changes a field by what was typed; where that was not seen while it was typed and makes the
  /// plan worse, the user confirms it.
  private mutating func change(_ property: Property, by edits: [Edit], _ editor: FieldEditor) {
    let title = property.stepTitle(in: plan)
    let phrase = ChangePhrase(edits.map(assessment.names.named))
    let isUnseen = !property.isLive && !edits.isEmpty
    guard isUnseen, report(trying: edits, phrase)?.isWorse == true else {
      carryOut(title, edits)
      return
    }
    ask(
      before: ProposedChange(
        title: title, edits: edits, question: "\(phrase.whole ?? phrase.exact)?",
        confirmation: "change it", typing: editor))
  }

  /// Puts funds, groups and head back as they were.
  mutating func put(_ original: Plan.Outside) {
    apply(plan.edits(back: original), near: place)
  }

  /// Adds a fund or a group.
  mutating func addRecord() {
    guard let record = propertyScreen?.newRecord(in: self) else { return }
    carryOut(record.title, [record.edit])
    listFocus.index = properties.lastIndex(where: \.isHead) ?? 0
    reveal()
  }

  /// Removes the focused fund or group, once the user has seen what that does and confirms it.
  mutating func removeRecord() {
    switch focusedProperty {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund),
      .available(let fund, _):
      let old = plan.funds[fund]
      let lines = lineCount { $0.funds.contains(old.id) }
      remove("fund \(old.shownName)", .fund(at: fund, from: old, to: nil), "draw", "on it", lines)
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      let old = plan.groups[group]
      let lines = lineCount { $0.group == old.id }
      remove(
        "group \(old.shownName)", .group(at: group, from: old, to: nil), "buy", "with it", lines)
    default: message = Message(text: "this cannot be removed; \(mention(.open)) changes it")
    }
  }

  private mutating func remove(
    _ name: String, _ edit: Edit, _ verb: String, _ object: String, _ lines: Int
  ) {
    let users =
      switch lines {
      case 0: "no line \(verb)s"
      case 1: "1 line \(verb)s"
      default: "\(lines) lines \(verb)"
      }
    ask(
      before: ProposedChange(
        title: "removing \(name)", edits: [edit],
        question: "remove \(name)? \(users) \(object)", confirmation: "remove it"))
  }

  /// How many lines of the plan are such as asked for; they are lent, not copied.
  private func lineCount(where isWanted: (PlanLine) -> Bool) -> Int {
    var count = 0
    plan.lines.lendBlocks { _, block in count += block.count(where: isWanted) }
    return count
  }
}

extension Plan {
  /// What a plan says outside its lines.
  struct Outside: Sendable {
    let header: Header
    let funds: [Fund]
    let groups: [BuyingGroup]
  }

  var outside: Outside { Outside(header: header, funds: funds, groups: groups) }

  /// The edits that put back what was there when nothing was added or removed since.
  func edits(back original: Outside) -> [Edit] {
    let head: [Edit] = header == original.header ? [] : [.header(from: header, to: original.header)]
    let funds = zip(funds, original.funds).enumerated().compactMap { place, pair in
      pair.0 == pair.1 ? nil : Edit.fund(at: place, from: pair.0, to: pair.1)
    }
    let groups = zip(groups, original.groups).enumerated().compactMap { place, pair in
      pair.0 == pair.1 ? nil : Edit.group(at: place, from: pair.0, to: pair.1)
    }
    return head + funds + groups
  }
}
