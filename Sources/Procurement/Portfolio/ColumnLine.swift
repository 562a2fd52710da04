/// One line of a portfolio without its amounts: its strings as IDs.
public struct ColumnLine: Hashable, Sendable {
  /// Its id, in `StringTables.ids`.
  public var id: StringID = 0
  /// Its service, in `StringTables.services`.
  public var service: StringID = 0
  /// Its supplier, in `StringTables.suppliers`.
  public var supplier: StringID = 0
  /// Its group, in `StringTables.groups`.
  public var group: StringID = 0
  /// Its funds, in `StringTables.fundLists`.
  public var fundList: UInt32 = 0
  /// Its description, in `StringTables.descriptions`.
  public var description: StringID = 0
  /// Its justification, in `StringTables.justifications`.
  public var justification: StringID = 0
  /// Its fields that are not strings.
  public var traits = LineTraits()
  /// Its row in its document, counted from 1; 0 if it has none.
  public var row: UInt32 = 0

  /// An empty line.
  public init() {}
}
