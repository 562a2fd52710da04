public import Stores
import Text

extension Step {
  /// A number that tells the step's content from others, the same in every process: the hash
  /// of the kind and the edits as Swift writes them out.
  ///
  /// A dictionary is written in an order of chance, so no fund may have money in two years.
  public var fingerprint: UInt64 {
    FNV.hash("\(kind) \(edits)".utf8)
  }
}
