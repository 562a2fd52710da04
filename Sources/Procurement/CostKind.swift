/// The two kinds of cost.
public enum CostKind: String, CaseIterable, Sendable {
  case capital, revenue
}
