public import Stores

/// Where a plan of a portfolio comes from, and where it goes on when it is edited.
public enum PlanOrigin: Hashable, Sendable {
  /// A document, by its path.
  case document(String)
  /// A plan of the store.
  case stored(PlanNumber)
  /// The part of a table of lines that is one trust's plan.
  case part(TablePart)
}

/// One trust's part of a table of lines; the store knows it by a name that no document has.
public struct TablePart: Hashable, Sendable {
  private static let scheme = "table:"

  /// The path of the table.
  public var table: String
  /// The code of the trust as it is compared.
  public var trust: String
  /// How many bytes the table had when it was read.
  public var size: Int
  /// What a later state of the table is recognised by.
  public var hash: UInt64

  /// A part of a table.
  public init(table: String, trust: String, size: Int, hash: UInt64) {
    self.table = table
    self.trust = trust
    self.size = size
    self.hash = hash
  }

  /// What the store knows it by: `table:PATH#TRUST`.
  public var name: String { "\(TablePart.scheme)\(table)#\(trust)" }

  /// Whether a store's name for a document is one of a part.
  public static func isName(_ name: String) -> Bool { name.hasPrefix(scheme) }
}

extension PlanOrigin {
  /// What the store knows its document by; nil where it has none.
  public var documentName: String? {
    switch self {
    case .document(let path): path
    case .stored: nil
    case .part(let part): part.name
    }
  }
}
