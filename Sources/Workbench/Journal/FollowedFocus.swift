import Procurement
import Stores

/// What the user is on while steps of other sessions come in: by id, since places change.
struct FollowedFocus {
  /// A line, fund or group, and which session removed it.
  struct Item {
    var item: FollowedItem
    /// Who removed it; nil while it is in the plan.
    var remover: String?
    /// Whether a step added it that the store does not have yet, and that is taken back just now.
    var isWaiting = false
  }

  /// The focused line; nil where none is.
  var line: Item?
  /// The fund or group of the focused field of the records; nil where none is.
  var record: Item?
  /// That field.
  var property: Property?
  /// The focused finding among all; nil where these are not shown.
  var finding: FocusedFinding?

  /// Follows the steps of this session that are taken back, in order.
  mutating func takeBack(_ steps: [Journal.Outgoing]) {
    for step in steps.reversed() {
      let inverses = step.step.edits.inverses
      change { item in
        item.item.follow(inverses)
        item.isWaiting = item.item.isRemoved
      }
    }
  }

  /// Follows a step of another session.
  mutating func follow(_ entry: JournalEntry) {
    change { item in
      guard !item.isWaiting else { return }
      item.item.follow(entry.step.edits)
      item.remover = item.item.isRemoved ? item.remover ?? entry.author.name : nil
    }
  }

  /// Follows a step of this session that is carried out again as it fits now.
  mutating func follow(_ rebase: Rebase) {
    change { item in
      if item.isWaiting, item.item.isLine {
        let id = rebase.idOfInserted(item.item.id)
        guard let id else { return }
        item = Item(item: FollowedItem(line: id))
      } else {
        item.item.follow(rebase.all)
        item.isWaiting = item.isWaiting && item.item.isRemoved
      }
    }
  }

  private mutating func change(_ change: (inout Item) -> Void) {
    if var item = line {
      change(&item)
      line = item
    }
    if var item = record {
      change(&item)
      record = item
    }
  }
}

/// A finding by what stays the same when other findings come and go.
struct FocusedFinding: Hashable {
  var line: String?
  var code: FindingCode
}

/// The line, fund or group that was focused when another session removed it.
///
/// The focus is on another row then. Until it moves, what is asked of that row is refused once, as
/// the user may have meant what was removed.
struct RemovedItem: Hashable, Sendable {
  var item: FollowedItem
  /// Who removed it.
  var remover: String
  /// The line, fund or group that is focused instead; nil where there is none.
  var neighbour: String?
}

extension Rebase {
  /// The id under which a line goes in that the edits insert; nil where they do not.
  fileprivate func idOfInserted(_ id: String) -> String? {
    let inserted = all.compactMap { edit in
      if case .insert(let line, at: _) = edit { line.id } else { nil }
    }
    return inserted.contains(id) ? id : names[id].flatMap { inserted.contains($0) ? $0 : nil }
  }
}

extension Property {
  /// The fund or group that the field belongs to; nil where it belongs to none.
  func followed(in plan: Plan) -> FollowedItem? {
    switch self {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund),
      .available(let fund, _):
      FollowedItem(fund: plan.funds[fund].id)
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      FollowedItem(group: plan.groups[group].id)
    case .title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf: nil
    }
  }

  /// The same field of the fund or group of an id; nil where there is none.
  func of(_ id: String, in plan: Plan) -> Property? {
    let fund = plan.funds.firstIndex { $0.id == id }
    let group = plan.groups.firstIndex { $0.id == id }
    return switch self {
    case .fundID: fund.map(Property.fundID)
    case .fundName: fund.map(Property.fundName)
    case .fundPays: fund.map(Property.fundPays)
    case .fundCertainty: fund.map(Property.fundCertainty)
    case .available(_, let year): fund.map { .available($0, year) }
    case .groupID: group.map(Property.groupID)
    case .groupName: group.map(Property.groupName)
    case .facility: group.map(Property.facility)
    case .members: group.map(Property.members)
    case .title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf: self
    }
  }
}
