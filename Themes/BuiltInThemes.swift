/// The themes that the program brings along.
enum BuiltInThemes {
  /// Their names and documents, the one first that is used where none is chosen.
  static var documents: [(name: String, bytes: [UInt8])] {
    [
      ("default", PackageResources.default_yaml), ("dark", PackageResources.dark_yaml),
      ("light", PackageResources.light_yaml),
      ("high-contrast", PackageResources.high_contrast_yaml),
      ("colour-blind", PackageResources.colour_blind_yaml),
      ("monochrome", PackageResources.monochrome_yaml),
    ]
  }
}
