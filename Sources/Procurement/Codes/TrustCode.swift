import Text

extension String {
  /// The form of a trust's code for comparison: in capitals, without blanks at its ends. Codes are
  /// shown as they are written.
  package var comparedTrustCode: String {
    let isCompared = utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return isCompared ? self : trimmed.uppercased()
  }
}
