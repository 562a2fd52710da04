/// The form that the spellings of a word share: without plural or the ending of a verb, and as the
/// British spell it. Both programmes and descriptions are read so, and only those forms compared,
/// so a form need not be a word: `centre`, `centres` and `center` are all `center`.
struct WordStem {
  private(set) var bytes: [UInt8]

  /// The stem of a word in lower case.
  init(_ word: some Sequence<UInt8>) {
    bytes = Array(word)
    removePlural()
    if ends("ally"), bytes.count > 7 { remove(4) }
    if ends("ation"), bytes.count > 8 {
      remove(5)
    } else {
      removeVerbEnding()
    }
    if bytes.count > 4, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    if ends("at"), bytes.count > 6 { remove(2) }
    unifySpelling()
  }

  private func ends(_ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    let start = ending.utf8Start
    for place in 0..<count where bytes[bytes.count - count + place] != start[place] { return false }
    return true
  }

  private mutating func remove(_ count: Int) {
    bytes.removeLast(count)
  }

  private mutating func replace(_ count: Int, by ending: StaticString) {
    remove(count)
    ending.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func removePlural() {
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return }
    if ends("ss") || ends("us") || ends("is") { return }
    if ends("ies"), bytes.count > 4 {
      replace(3, by: "y")
    } else if ends("ches") || ends("shes") || ends("sses") || ends("xes") {
      remove(2)
    } else {
      remove(1)
    }
  }

  /// `scanning` and `scanned` are `scan`, `noting` is `note`.
  private mutating func removeVerbEnding() {
    let length = ends("ing") ? 3 : ends("ed") ? 2 : 0
    guard length > 0 else { return }
    let rest = bytes.count - length
    guard rest >= (length == 3 ? 3 : 4), bytes[..<rest].contains(where: WordStem.isVowel),
      bytes[rest - 1] != UInt8(ascii: "e")
    else { return }
    remove(length)
    if bytes[rest - 1] == bytes[rest - 2] {
      if !ends("ll"), !ends("ss") { remove(1) }
    } else if rest == 3, !WordStem.isVowel(bytes[0]), WordStem.isVowel(bytes[1]),
      !WordStem.isVowel(bytes[2])
    {
      bytes.append(UInt8(ascii: "e"))
    }
  }

  private mutating func unifySpelling() {
    for place in bytes.indices.dropFirst() where bytes[place] == UInt8(ascii: "z") {
      if bytes[place - 1] == UInt8(ascii: "i") { bytes[place] = UInt8(ascii: "s") }
    }
    // `paediatric`, but not `A&E`.
    if bytes.count > 4 {
      for place in bytes.indices.dropLast().reversed() where bytes[place + 1] == UInt8(ascii: "e") {
        if bytes[place] == UInt8(ascii: "a") || bytes[place] == UInt8(ascii: "o") {
          bytes.remove(at: place)
        }
      }
    }
    if ends("tr") { replace(1, by: "er") }
    if ends("our"), bytes.count > 4 { replace(2, by: "r") }
    if ends("mm") || ends("ll") { remove(1) }
    if ends("gu") { remove(1) }
    if ends("enc") { replace(1, by: "s") }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
