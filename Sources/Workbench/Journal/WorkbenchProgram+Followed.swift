import Procurement
import Stores
import Validation

/// The focus, and what is open about it, belongs to a line, fund or group by its id: where other
/// sessions move or rename it they follow, and where one removes it a message says so.
extension WorkbenchProgram {
  /// The id of the focused line; nil where none is focused.
  var focusedLineID: String? { hasLine ? plan.lines.read(place) { $0.id } : nil }

  /// What the user is on now, or was on when another session removed it.
  var followedFocus: FollowedFocus {
    var focus = FollowedFocus()
    focus.line = focusedLineID.map { .init(item: FollowedItem(line: $0)) }
    if let property = focusedProperty {
      focus.property = property
      focus.record = property.followed(in: plan).map { .init(item: $0) }
    }
    if let finding = screens.shown.listedFinding(in: self),
      findingCount <= WorkbenchProgram.searchedFindings
    {
      focus.finding = FocusedFinding(line: finding.line, code: finding.code)
    }
    if let removed {
      let item = FollowedFocus.Item(item: removed.item, remover: removed.remover)
      if removed.item.isLine { focus.line = item } else { focus.record = item }
    }
    return focus
  }

  /// The most findings among which the focused one is looked for again.
  private static var searchedFindings: Int { 5_000 }

  // MARK: Afterwards

  /// Focuses the same line, field and finding again; of what was removed the one that is there now.
  mutating func refocus(on focus: FollowedFocus) {
    if let line = focus.line?.item {
      let found = line.isRemoved ? nil : plan.index(ofLine: line.id, near: place)
      if let found {
        lines.focus.index = lines.show(found)
      } else {
        let row = lines.places == nil ? line.gap ?? lines.focus.index : lines.focus.index
        lines.focus.index = min(row, max(0, rowCount - 1))
      }
    }
    if let property = focus.property, let present = self.property(property, of: focus),
      let row = properties.firstIndex(of: present)
    {
      listFocus.index = row
      panes.change { $0.turned(from: property, to: present) }
    }
    refocus(onFinding: focus)
  }

  private func property(_ property: Property, of focus: FollowedFocus) -> Property? {
    guard let record = focus.record?.item else { return property }
    return record.isRemoved ? nil : property.of(record.id, in: plan)
  }

  private mutating func refocus(onFinding focus: FollowedFocus) {
    guard let finding = focus.finding else { return }
    let line = finding.line.map { focus.line?.item.id == $0 ? $0 : journal?.renames[$0] ?? $0 }
    let found = foundFindings(in: 0..<findingCount).firstIndex {
      $0.code == finding.code && ($0.line == line || $0.line == finding.line)
    }
    if let found { findings.index = found }
  }

  // MARK: What was removed

  /// Closes what is open about the line, fund or group that another session has removed, and says
  /// who removed it; `typed` is what was being typed and `notDone` the changes that are lost with
  /// it.
  mutating func takeNote(
    ofRemovalIn focus: FollowedFocus, typed: FieldEditor?, notDone: [String]
  ) {
    removed = nil
    let record = showsLines ? nil : focus.record
    for item in [focus.line, record].compactMap(\.self) where item.item.isRemoved {
      guard let remover = item.remover else { continue }
      removed = RemovedItem(
        item: item.item, remover: remover, neighbour: neighbour(of: item.item))
      let editor = typed ?? askedTyping
      let text = editor.flatMap { $0.isAbout(item.item) ? $0.typed : nil }
      let tail = notDone + [text.map { "what you typed is `\($0)`" }].compactMap(\.self)
      let words = ([removalInWords(item.item, remover)] + tail).joined(separator: "; ")
      let isClosing = closePanes(about: item.item)
      if isClosing, !settings.isDialogue {
        panes.push(Question(subject: .removed(words, mention(.close, in: .question))))
      } else if !isAsking {
        message = Message(
          text: "\(words); \(neighbourInWords(of: item.item))", isError: true,
          isRefusal: isClosing || !notDone.isEmpty)
      }
    }
  }

  /// What was typed before it was asked whose value stays; nil where that is not asked.
  private var askedTyping: FieldEditor? {
    guard let question = panes.top as? Question else { return nil }
    return question.typing
  }

  private func removalInWords(_ item: FollowedItem, _ remover: String) -> String {
    "\(item.isLine ? "" : "`")\(item.id)\(item.isLine ? "" : "`") was removed by \(remover)"
  }

  private func neighbour(of item: FollowedItem) -> String? {
    item.isLine ? focusedLineID : focusedProperty?.followed(in: plan)?.id
  }

  /// What is focused instead of what was removed.
  private func neighbourInWords(of item: FollowedItem) -> String {
    guard let present = neighbour(of: item) else {
      return item.isLine ? "no line is focused" : "no fund or group is focused"
    }
    return item.isLine ? "the current line is \(present)" : "the current row is `\(present)`"
  }

  /// Forgets what was removed once the focus is on something else than what came after it.
  mutating func forgetRemoved() {
    guard let removed, removed.neighbour != neighbour(of: removed.item) else { return }
    self.removed = nil
  }

  /// Why what is asked of the focused line, fund or group is not done: another session has removed
  /// the one that was focused. It is said once; nil where nothing was removed.
  public mutating func refusalOnRemoved() -> String? {
    guard let removed, removed.item.isLine == showsLines else { return nil }
    self.removed = nil
    return "\(removalInWords(removed.item, removed.remover)); \(neighbourInWords(of: removed.item))"
  }

  /// Closes everything about a line, fund or group; says whether anything was.
  private mutating func closePanes(about item: FollowedItem) -> Bool {
    guard let first = panes.all.firstIndex(where: { $0.isAbout(item, in: self) }) else {
      return false
    }
    let questions = panes.all[first...].filter { $0 is Question && !$0.isAbout(item, in: self) }
    panes = PaneStack(panes.all[..<first] + questions)
    return true
  }
}

extension FieldEditor {
  /// Whether it is typed for a line, or for the focused fund or group.
  func isAbout(_ item: FollowedItem) -> Bool {
    switch target {
    case .line, .waiver: item.isLine
    case .property(let property, _): !item.isLine && property.isOfRecord
    case .documentName, .filter, .versionName, .request: false
    }
  }
}
