/// Whether a new system must be installed or the existing one stays.
public enum Need: String, CaseIterable, Sendable {
  case new, retain
}
