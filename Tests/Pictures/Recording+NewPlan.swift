extension Recording {
  /// All recordings.
  static let all = [firstMinutes, whatIf]
}
