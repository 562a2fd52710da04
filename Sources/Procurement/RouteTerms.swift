/// A route as the programme offers it.
public struct RouteTerms: Hashable, Sendable {
  /// The route.
  public var route: Route
  /// What it means, in a phrase.
  public var meaning: String

  /// A route with its meaning.
  public init(route: Route, meaning: String) {
    self.route = route
    self.meaning = meaning
  }
}
