public import Stores

extension Step {
  /// A number that tells the step's content from others, the same in every process: the FNV-1a hash
  /// of the kind and the edits as Swift writes them out.
  ///
  /// A dictionary is written in an order of chance, so no fund may have money in two years.
  public var fingerprint: UInt64 {
    "\(kind) \(edits)".utf8.reduce(14_695_981_039_346_656_037) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
  }
}
