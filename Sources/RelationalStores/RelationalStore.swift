import Procurement
package import Stores

/// A store in a relational database: what it can do with the tables that all of them have.
///
/// The tables are `session`, `plan`, `step`, `step_hash`, `step_line`, `version`, `draft`,
/// `document` and `trust`. How the content of a plan is kept differs, so each kind of store creates,
/// loads and changes plans in its own way.
package protocol RelationalStore: PlanStore {
  /// The names by which authors are shown; nil to show those in the store.
  var accountNames: AccountNames? { get }
  /// Reads rows. What several statements read fits together, as steps never change.
  func reading<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result
  /// Reads and writes in one transaction, while no other session does.
  func writing<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result
  /// The number of this session's row, which is created when the session first writes.
  func session(_ database: any RelationalConnection) throws -> Int
  /// A document's path as the store has it: the same, unless users of several computers share it.
  func stored(path: String) -> String
  /// The path of a document on this computer, as the store has it; nil for one on another computer.
  func path(stored: String) -> String?
}

extension RelationalStore {
  package func stored(path: String) -> String { path }
  package func path(stored: String) -> String? { stored }
}
