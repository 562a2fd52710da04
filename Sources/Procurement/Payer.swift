/// Who pays for a line.
public enum Payer: String, CaseIterable, Sendable {
  case programme, trust
}
