import Interaction

/// Looks for what is wrong with chosen keys, with all entries as they would become.
struct KeymapCheck {
  private(set) var faults: [KeymapFault] = []
  private let remappings: [Remapping]

  init(_ remappings: [Remapping], _ entries: [Context: [Keymap.Entry]]) {
    self.remappings = remappings
    for (place, remapping) in remappings.enumerated() {
      guard let context = remapping.context,
        !(entries[context] ?? []).contains(where: { $0.action == remapping.action })
      else { continue }
      add(.actionNotThere(remapping.action, context), place)
    }
    for context in Context.allCases {
      checkClashes(of: entries[context] ?? [], in: context)
      for entry in entries[context] ?? [] {
        if let place = entry.remapping { check(entry, from: place, in: context) }
      }
    }
  }

  private func isNeeded(_ action: Action, in context: Context) -> Bool {
    switch action {
    case .close, .quit: true
    case .accept: context.takesText
    default: false
    }
  }

  private mutating func check(_ entry: Keymap.Entry, from place: Int, in context: Context) {
    // Actions without a key in the table have another way.
    let hasKey = ActionTable.entries(in: context).contains {
      $0.action == entry.action && !$0.keys.isEmpty
    }
    if entry.keys.isEmpty, hasKey, isNeeded(entry.action, in: context) {
      add(.keysNeeded(entry.action, context), place)
    }
    for (index, key) in entry.keys.enumerated() {
      guard case .character(let character) = key else { continue }
      // No id that could be typed there has a blank in it.
      if context == .manyChoices, character == " " { continue }
      // What is typed to find a fix may be in lower case.
      if context == .fixes, character.isUppercase { continue }
      if context.takesText {
        add(.keyIsText(key, context), place, index)
      } else if context == .question, Question.answerKeys.contains(character) {
        add(.keyAnswers(key), place, index)
      }
    }
  }

  private mutating func checkClashes(of entries: [Keymap.Entry], in context: Context) {
    var owners: [Key: Keymap.Entry] = [:]
    for entry in entries {
      for key in entry.keys {
        guard let owner = owners[key] else {
          owners[key] = entry
          continue
        }
        guard owner.action != entry.action else { continue }
        // The fault is that of the later choice; the table's own keys are nobody's fault.
        let isLater = (entry.remapping ?? -1) > (owner.remapping ?? -1)
        let (taker, other) = isLater ? (entry, owner) : (owner, entry)
        guard let place = taker.remapping else { continue }
        add(
          .keyTaken(key, by: other.action, for: taker.action, context), place,
          remappings[place].keys.firstIndex(of: key))
      }
    }
  }

  /// Adds a fault, of those alike in several contexts only the first.
  private mutating func add(_ cause: KeymapFault.Cause, _ remapping: Int, _ key: Int? = nil) {
    let fault = KeymapFault(origin: .init(remapping: remapping, key: key), cause: cause)
    if !faults.contains(where: { $0.isLike(fault) }) { faults.append(fault) }
  }
}

extension KeymapFault {
  fileprivate func isLike(_ other: KeymapFault) -> Bool {
    guard origin == other.origin else { return false }
    return switch (cause, other.cause) {
    case (.actionNotThere, .actionNotThere), (.keysNeeded, .keysNeeded), (.keyIsText, .keyIsText),
      (.keyAnswers, .keyAnswers):
      true
    case (.keyTaken(_, let taker, _, _), .keyTaken(_, let otherTaker, _, _)): taker == otherTaker
    default: false
    }
  }
}
