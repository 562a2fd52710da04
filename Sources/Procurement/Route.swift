/// The way by which a service is bought.
public enum Route: String, CaseIterable, Sendable {
  /// From the cluster's LSP, under the programme.
  case programme
  /// As a member of a group, through an LSP's call-off facility.
  case calloff
  /// On the open market, from any supplier.
  case open
}
