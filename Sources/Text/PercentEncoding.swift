/// Text in the form in which references and identifiers may contain it.
package enum PercentEncoding {
  /// A text with everything but letters, digits and `-._~` percent-encoded; `kept` stays as well.
  package static func encoded(_ text: String, keeping kept: Unicode.Scalar? = nil) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": return String(scalar)
      case kept: return String(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }.joined()
  }
}
