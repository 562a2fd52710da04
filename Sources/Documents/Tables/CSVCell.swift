/// Where a cell stands among the bytes of its table.
struct CSVCell: Hashable, Sendable {
  /// The first byte of its text.
  var start: Int
  /// The byte after its text.
  var end: Int
  /// Whether it is in quotes.
  var isQuoted = false
  /// Whether it has quotes that are written twice.
  var hasDoubledQuotes = false

  /// Its first byte, which is the quote of one in quotes.
  var outset: Int { isQuoted ? start - 1 : start }
}
