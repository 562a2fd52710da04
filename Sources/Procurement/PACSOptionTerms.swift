/// A PACS option as the programme describes it.
public struct PACSOptionTerms: Hashable, Sendable {
  /// The option.
  public var option: PACSOption
  /// What it means, in a phrase.
  public var meaning: String

  /// An option with its meaning.
  public init(option: PACSOption, meaning: String) {
    self.option = option
    self.meaning = meaning
  }
}
