extension V1 {
  /// Triggers that protect frozen plans and the journal from every writer.
  static let triggers =
    frozen("step", "INSERT", "SELECT NEW.plan", unless: "NEW.kind = 'reopening'")
    + ["line", "fund", "buying_group"].flatMap { table in
      frozen(table, "INSERT", "SELECT NEW.plan") + frozen(table, "UPDATE", "SELECT OLD.plan")
        + frozen(table, "DELETE", "SELECT OLD.plan")
    }
    + [("line_cost", "line"), ("fund_amount", "fund")].flatMap { table, owner in
      frozen(table, "INSERT", "SELECT plan FROM \(owner) WHERE number = NEW.\(owner)")
        + frozen(table, "UPDATE", "SELECT plan FROM \(owner) WHERE number = OLD.\(owner)")
        + frozen(table, "DELETE", "SELECT plan FROM \(owner) WHERE number = OLD.\(owner)")
    }
    + ["UPDATE", "DELETE"].map { event in
      """
      CREATE TRIGGER step_\(event.lowercased()) BEFORE \(event) ON step
      BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END
      """
    }

  private static func frozen(
    _ table: String, _ event: String, _ plan: String, unless exception: String = "0"
  ) -> [String] {
    [
      """
      CREATE TRIGGER \(table)_\(event.lowercased())_frozen BEFORE \(event) ON \(table)
      WHEN NOT (\(exception)) AND (SELECT frozen FROM plan WHERE number = (\(plan)))
      BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END
      """
    ]
  }
}
