public import Interaction

/// The key bindings: those of the action table, except where the user chose others.
///
/// What a key does, the hints at the bottom and help all ask here, so none can say what another does
/// not do.
public struct Keymap: Sendable {
  /// An action of a context with its keys.
  public struct Entry: Hashable, Sendable {
    /// The action.
    public let action: Action
    /// What it does, in a phrase.
    public let title: String
    /// One word for the hints at the bottom; nil where it is not hinted at.
    public let hint: String?
    /// Its keys, the one to show first; there may be none.
    public let keys: [Key]
    /// Whether the user chose the keys.
    public var isRemapped: Bool { remapping != nil }
    /// The place of the remapping that they come from.
    let remapping: Int?
  }

  /// What the keys are for.
  let table: ActionTable
  private let entries: [Context: [Entry]]
  private let actions: [Context: [Key: Action]]

  /// The action table's own keys.
  public static let standard = Keymap(.standard)

  /// The table's keys except where the user chose others, or everything that is wrong with them.
  ///
  /// A choice for a context counts before one for everywhere.
  public init(_ remappings: [Remapping]) throws(KeymapRefusal) {
    self.init(.standard, remappings)
    let faults = KeymapCheck(remappings, entries).faults
    guard faults.isEmpty else { throw KeymapRefusal(faults: faults) }
  }

  /// The keys of a table but where the user chose others.
  init(_ table: ActionTable, _ remappings: [Remapping] = []) {
    self.table = table
    entries = Keymap.entries(of: table, after: remappings)
    actions = entries.mapValues { entries in
      Dictionary(
        entries.flatMap { entry in entry.keys.map { ($0, entry.action) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// The entries of a context, in the order in which help lists them.
  public func entries(in context: Context) -> [Entry] { entries[context] ?? [] }

  /// The action that a key asks for in a context.
  func action(for key: Key, in context: Context) -> Action? { actions[context]?[key] }

  /// The key of an action, as messages name it; the action's own name where it has none.
  func mention(_ action: Action, in context: Context) -> String {
    let key = entries(in: context).first { $0.action == action }?.keys.first
    return "`\(key?.name ?? action.rawValue)`"
  }

  private static func entries(
    of table: ActionTable, after remappings: [Remapping]
  ) -> [Context: [Entry]] {
    Dictionary(
      uniqueKeysWithValues: table.contexts.map { context in
        (context, entries(of: table.entries(in: context), in: context, after: remappings))
      })
  }

  /// An action may have two entries in a context; chosen keys are the first one's, and there is no
  /// other then.
  private static func entries(
    of entries: [ActionEntry], in context: Context, after remappings: [Remapping]
  ) -> [Entry] {
    var replaced: Set<Action> = []
    return entries.compactMap { entry in
      guard let (place, keys) = choice(for: entry, in: context, remappings) else {
        return Entry(
          action: entry.action, title: entry.title, hint: entry.hint, keys: entry.keys,
          remapping: nil)
      }
      guard replaced.insert(entry.action).inserted else { return nil }
      return Entry(
        action: entry.action, title: entry.title, hint: entry.hint, keys: keys, remapping: place)
    }
  }

  /// The keys that the user chose for an action in a context, with the place of the choice.
  ///
  /// A letter for everywhere is still text where text is typed; if nothing else was chosen, the
  /// table's keys stay there.
  private static func choice(
    for entry: ActionEntry, in context: Context, _ remappings: [Remapping]
  ) -> (place: Int, keys: [Key])? {
    let own = remappings.firstIndex { $0.context == context && $0.action == entry.action }
    if let own { return (own, remappings[own].keys) }
    // What lacks a key there is found by its name only; a key for everywhere is not for it.
    guard !entry.keys.isEmpty,
      let place = remappings.firstIndex(where: { $0.context == nil && $0.action == entry.action })
    else { return nil }
    let all = remappings[place].keys
    let keys = context.takesText ? all.filter { !$0.isPrintable } : all
    return keys.isEmpty && !all.isEmpty ? nil : (place, keys)
  }
}

extension Key {
  /// Whether it is text where text is typed.
  fileprivate var isPrintable: Bool {
    if case .character = self { return true }
    return false
  }
}
