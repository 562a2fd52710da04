import Procurement
import Stores
import Validation

/// What other sessions do to the plan while the user looks at it.
extension WorkbenchProgram {
  /// Takes in what has happened meanwhile.
  mutating func takeIn(_ news: News) {
    journal?.otherSessions = news.otherSessions
    // A plan that is opened from a document gets its number when it is first stored.
    if let plan = news.plan { journal?.plan = plan }
    if let plans = news.plans { directory.take(plans) }
    takeIn(news.entries)
    if let journal, let step = news.written {
      let isAll = step == journal.head && (journal.outbox.isEmpty || isTryingOut)
      document.written = isAll ? ownPlan : nil
    }
    reveal()
  }

  /// Puts others' steps before those of the user that the store does not have yet.
  ///
  /// What is being typed is taken out and put back, and the focus stays with its line.
  mutating func takeIn(_ entries: [JournalEntry]) {
    guard let last = entries.last, journal != nil else { return }
    leavePast()
    let typed = pauseTyping()
    var focus = followedFocus
    let waiting = takeBackOutbox()
    focus.takeBack(waiting)
    for entry in entries {
      follow(entry)
      focus.follow(entry)
    }
    editor.holdAnew()
    journal?.head = last.number
    journal?.needsFitting = true
    let notDone = rebase(waiting, onto: entries, following: &focus)
    refocus(on: focus)
    takeNote(ofRemovalIn: focus, typed: typed, notDone: notDone.map(notDoneInWords))
    if removed == nil, let first = notDone.first { refuse(first) }
    resumeTyping(typed, since: entries)
    closeFormOfRemovedAlternative()
    reveal()
  }

  private mutating func follow(_ entry: JournalEntry) {
    let before = figures
    guard editor.follow(entry) else {
      message = Message(
        text: "the plan is no longer what the store has; open it again", isError: true)
      return
    }
    lines.follow(entry.step.edits, in: assessment)
    switch entry.step.kind {
    case .freezing: journal?.isFrozen = true
    case .reopening: journal?.isFrozen = false
    default: break
    }
    let change = Journal.Change(author: entry.author, at: entry.at, title: entry.step.phrase)
    for edit in entry.step.edits.prefix(Journal.followed) {
      for line in edit.lines { journal?.changes[line] = change }
      if case .set(line: let old, from: _, to: .id(let new)) = edit { rename(old, new) }
    }
    guard !isAsking else { return }
    let edits = entry.step.edits
    let phrase = ChangePhrase(entry.author.name, title: entry.step.phrase)
    if edits.isEmpty {
      message = Message(text: phrase.exact)
    } else {
      report(phrase, by: edits, since: before, hint: nil)
    }
  }

  /// Whether the bottom row is taken by a question or a field, which no message may hide.
  var isAsking: Bool { panes.top?.isAsking ?? false }

  private mutating func rename(_ old: String, _ new: String) {
    guard var renames = journal?.renames else { return }
    for (first, present) in renames where present == old { renames[first] = new }
    renames[old] = new
    journal?.renames = renames
  }

  // MARK: Own steps that come later

  /// Carries out own steps again after others'; the result is those that are not done, as what they
  /// change was removed.
  private mutating func rebase(
    _ waiting: [Journal.Outgoing], onto entries: [JournalEntry],
    following focus: inout FollowedFocus
  ) -> [Conflict] {
    guard let moment = waiting.first?.moment else { return [] }
    var notDone: [Conflict] = []
    var passed: [Edit] = []
    for outgoing in waiting {
      var rebase = editor.rebase(outgoing.step.edits, since: moment, after: passed)
      passed += outgoing.step.edits
      if let edits = editor.editsKeepingOthers(outgoing.step.kind) {
        rebase = Rebase(edits, onto: plan)
      }
      guard rebase.conflicts.isEmpty, editor.resend(outgoing, by: rebase.all) else {
        editor.forget(outgoing)
        let conflict = Conflict(
          kind: .step(outgoing.step.kind), title: outgoing.step.title, edits: outgoing.step.edits,
          moment: moment, rival: rival(of: rebase, in: entries))
        if rebase.all.isEmpty {
          notDone.append(conflict)
        } else {
          ask(about: conflict)
        }
        continue
      }
      focus.follow(rebase)
      lines.follow(rebase.all, in: assessment)
    }
    return notDone
  }

  private mutating func refuse(_ conflict: Conflict) {
    guard !isAsking else { return }
    message = Message(
      text: "\(conflict.rival); \(notDoneInWords(conflict))", isError: true, isRefusal: true)
  }

  /// That a step is not done, with what was typed for it.
  private func notDoneInWords(_ conflict: Conflict) -> String {
    let text = conflict.edits.count == 1 ? conflict.edits.first?.typed?.text : nil
    return "not done: \(conflict.title)" + (text.map { "; what you typed is `\($0)`" } ?? "")
  }

  /// Edits as they are carried out now: as they are where no other session changed anything; nil,
  /// with a question to the user, where another session changed the same.
  mutating func settled(_ edits: [Edit], _ kind: Conflict.Kind, of step: UndoHistory.Step)
    -> [Edit]?
  {
    guard journal?.needsFitting == true else { return edits }
    let moment: Int? =
      switch kind {
      case .step: nil
      case .undo: step.places.upperBound
      case .redo: step.places.lowerBound
      }
    if editor.isDoneElsewhere(kind, of: step.number) { return [] }
    let rebase = editor.rebase(edits, since: moment)
    if let kept = editor.editsKeepingOthers(kind, of: step.number) {
      if editor.isSame(rebase.all, kept) { return rebase.all }
      if !rebase.overrides { return kept }
    }
    guard !rebase.conflicts.isEmpty else { return rebase.all }
    let conflict = Conflict(
      kind: kind, title: step.title, edits: edits, number: step.number, moment: moment,
      rival: rival(of: rebase, in: []))
    if rebase.all.isEmpty, case .step = kind { refuse(conflict) } else { ask(about: conflict) }
    return nil
  }

  /// Who came first and what is there now: `ada has changed supplier of L3 to BT`.
  private func rival(of rebase: Rebase, in entries: [JournalEntry]) -> String {
    guard let conflict = rebase.conflicts.first else { return "another user has changed the plan" }
    let line = conflict.meant.lines.first.map { journal?.renames[$0] ?? $0 }
    let entry = entries.last { entry in entry.step.edits.contains { $0.lines.first == line } }
    let name =
      (entry ?? entries.last)?.author.name
      ?? line.flatMap { journal?.changes[$0]?.author.name } ?? "another user"
    return "\(name) \(words(for: conflict, line))"
  }

  private func words(for conflict: Rebase.Conflict, _ line: String?) -> String {
    switch conflict.present {
    case .set(line: let line, from: .alternatives(let present), to: _):
      let text = AlternativeText.text(of: conflict.changedByOthers(among: present))
      return "has changed alternatives of \(line) to `\(text)`"
    case .set(line: let line, from: let old, to: _):
      let text = PlanLine(id: line, service: "").setting(old).text(of: FormField(of: old))
      return "has set \(FormField(of: old).title) of \(line) to `\(text)`"
    case nil:
      if case .set(line: _, from: _, to: .id(let id)) = conflict.meant,
        plan.index(ofLine: id) != nil
      {
        return "has given another line the id `\(id)`"
      }
      return line.map { "has removed \($0)" } ?? "has removed it"
    case .move(line: let line, from: _, to: _): return "has moved \(line)"
    default: return line.map { "has changed \($0)" } ?? "has changed the same"
    }
  }

  // MARK: Conflicts

  mutating func ask(about conflict: Conflict) {
    panes.push(Question(subject: .conflict(conflict)))
    reveal()
  }

  /// Leaves the question about a conflict undecided: back to what was typed, where it came from a
  /// field that is still there; else what others did is left.
  mutating func leave(_ conflict: Conflict) {
    if var editor = conflict.typing {
      renew(&editor)
      panes.push(editor)
      type(into: editor)
    } else if conflict.kind == .step(.edit), conflict.edits.count == 1,
      case .line(let old)? = conflict.edits.first?.typed?.subject,
      case let line = journal?.renames[old] ?? old, plan.index(ofLine: line) != nil,
      var draft = conflict.edits.first?.typed
    {
      draft.subject = .line(line)
      reopen(draft)
    } else {
      settle(conflict, withMine: false)
    }
  }

  /// Does what the user decided: their own edits over the others', or only those in nobody's way.
  mutating func settle(_ conflict: Conflict, withMine: Bool) {
    let rebase = editor.rebase(conflict.edits, since: conflict.moment)
    let edits = withMine ? rebase.all : editsKeepingOthers(conflict, rebase)
    switch conflict.kind {
    case .step(let kind):
      guard !edits.isEmpty else {
        message = Message(text: "left as it is: \(conflict.title)")
        return
      }
      guard carryOut(conflict.title, edits, kind: kind) else {
        offerLater(conflict.title, edits)
        return
      }
      if conflict.isRestoring, withMine { noteRestored() }
    case .undo: undo(by: edits)
    case .redo: redo(by: edits)
    }
  }

  /// Lets the user redo what cannot be done now, such as in a plan that was frozen meanwhile.
  private mutating func offerLater(_ title: String, _ edits: [Edit]) {
    editor.offerRedo(UndoHistory.Step(title: title, edits: edits))
    guard let reason = message?.text else { return }
    message = Message(
      text: "not done: \(title), which \(mention(.redo)) redoes later; \(reason)", isError: true)
  }

  private func editsKeepingOthers(_ conflict: Conflict, _ rebase: Rebase) -> [Edit] {
    if conflict.typing != nil { return [] }
    return editor.editsKeepingOthers(conflict.kind, of: conflict.number) ?? rebase.fitting
  }
}

extension Edit {
  /// What was typed into a field of a line; nil where it was chosen, or is not a field of a line.
  fileprivate var typed: Draft? {
    guard case .set(line: let line, from: _, to: let value) = self,
      case .type = FormField(of: value).manner
    else { return nil }
    let field = FormField(of: value)
    switch value {
    case .waivers, .cost, .alternatives: return nil
    default: break
    }
    let text = PlanLine(id: line, service: "").setting(value).text(of: field)
    return Draft(.line(line), field: field.name, text: text)
  }
}

extension Rebase.Conflict {
  /// The alternatives of now that are not as the edit knew them.
  fileprivate func changedByOthers(among present: [Alternative]) -> [Alternative] {
    guard case .set(line: _, from: .alternatives(let old), to: _) = meant else { return present }
    return present.filter { !old.contains($0) }
  }
}

extension Journal {
  /// The most edits of another's step that are marked line by line.
  fileprivate static let followed = 1_000
}
