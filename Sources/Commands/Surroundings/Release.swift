/// Which calloff this is.
enum Release {
  /// The version that `--version` and reports name.
  static let version = "0.1.0"
}
