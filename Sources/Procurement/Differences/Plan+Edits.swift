extension Plan {
  /// The edits that, applied in order, turn this plan into another.
  ///
  /// They are few: a line in both plans, matched by its id, keeps its place if possible, and only
  /// fields that differ are set. Each edit is exact when it is applied, so the inverses in reverse
  /// order restore this plan. Ids must be unique in both plans. It takes n log n steps for n lines.
  public func edits(to other: Plan) -> [Edit] {
    let header: [Edit] =
      header == other.header ? [] : [.header(from: header, to: other.header)]
    let funds = Plan.edits(from: funds, to: other.funds, namedBy: \.id) {
      .fund(at: $0, from: $1, to: $2)
    }
    let groups = Plan.edits(from: groups, to: other.groups, namedBy: \.id) {
      .group(at: $0, from: $1, to: $2)
    }
    return header + funds + groups + lineEdits(to: other.lines)
  }

  private func lineEdits(to other: PlanLines) -> [Edit] {
    let alignment = ListAlignment(from: lines.map(\.id), to: other.map(\.id))
    let steps: [Edit] = alignment.steps.map { step in
      switch step {
      case .remove(old: let old, at: let place): .remove(lines[old], at: place)
      case .move(old: let old, new: _, from: let from, to: let to):
        .move(line: lines[old].id, from: from, to: to)
      case .insert(new: let new, at: let place): .insert(other[new], at: place)
      }
    }
    // Last, when all lines are at their new places, so that each is found right after the one
    // before.
    let values: [Edit] = alignment.origins.enumerated().flatMap { new, origin -> [Edit] in
      guard let origin else { return [] }
      let line = other[new]
      return lines[origin].changes(to: line).map { .set(line: line.id, from: $0.from, to: $0.to) }
    }
    return steps + values
  }

  /// The edits of a short list whose elements are changed, inserted and removed as a whole.
  private static func edits<Element: Equatable>(
    from old: [Element], to new: [Element], namedBy id: (Element) -> String,
    _ edit: (_ place: Int, _ from: Element?, _ to: Element?) -> Edit
  ) -> [Edit] {
    let alignment = ListAlignment(from: old.map(id), to: new.map(id))
    let steps = alignment.steps.flatMap { step in
      switch step {
      case .remove(old: let origin, at: let place): [edit(place, old[origin], nil)]
      case .move(old: let origin, new: let target, from: let from, to: let to):
        [edit(from, old[origin], nil), edit(to, nil, new[target])]
      case .insert(new: let target, at: let place): [edit(place, nil, new[target])]
      }
    }
    let changes = alignment.origins.enumerated().compactMap { target, origin -> Edit? in
      guard let origin, alignment.stays[target], old[origin] != new[target] else { return nil }
      return edit(target, old[origin], new[target])
    }
    return steps + changes
  }
}
