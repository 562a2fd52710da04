extension Plan {
  /// The empty plan, from which a journal starts.
  public static var empty: Plan {
    Plan(
      header: Header(
        title: "", trust: Trust(code: "", name: "", kind: .acute, cluster: ""), years: []))
  }

  /// The edits that turn the empty plan into this one.
  public var creation: [Edit] {
    let head = Edit.header(from: Plan.empty.header, to: header)
    let funds = funds.enumerated().map { Edit.fund(at: $0, from: nil, to: $1) }
    let groups = groups.enumerated().map { Edit.group(at: $0, from: nil, to: $1) }
    let lines = lines.enumerated().map { Edit.insert($1, at: $0) }
    return [head] + funds + groups + lines
  }
}
