/// The words of one line of a portfolio.
public struct ColumnLine: Hashable, Sendable {
  /// Its id, in `Lexicon.ids`.
  public var id: WordTable.Word = 0
  /// Its service, in `Lexicon.services`.
  public var service: WordTable.Word = 0
  /// Its supplier, in `Lexicon.suppliers`.
  public var supplier: WordTable.Word = 0
  /// Its group, in `Lexicon.groups`.
  public var group: WordTable.Word = 0
  /// Its funds, in `Lexicon.fundLists`.
  public var fundList: UInt32 = 0
  /// Its description, in `Lexicon.descriptions`.
  public var description: WordTable.Word = 0
  /// Its justification, in `Lexicon.justifications`.
  public var justification: WordTable.Word = 0
  /// What it says without a word.
  public var traits = LineTraits()
  /// Where it stands in its document, counted from 1; 0 for nowhere.
  public var row: UInt32 = 0

  /// A line of no words.
  public init() {}

  init(
    id: WordTable.Word, service: WordTable.Word, supplier: WordTable.Word, group: WordTable.Word,
    fundList: UInt32, description: WordTable.Word, justification: WordTable.Word,
    traits: LineTraits, row: UInt32
  ) {
    self.id = id
    self.service = service
    self.supplier = supplier
    self.group = group
    self.fundList = fundList
    self.description = description
    self.justification = justification
    self.traits = traits
    self.row = row
  }
}
