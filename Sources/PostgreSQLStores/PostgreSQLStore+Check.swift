import RelationalStores
package import Stores

extension PostgreSQLStore {
  /// Checks everything in the store and returns the problems; empty if there are none.
  ///
  /// Each plan is read from its snapshot, and its journal, replayed from the empty plan, must lead to
  /// the same. The server checks its own files.
  package func check() throws(StoreError) -> [String] {
    try problems { plan throws(StoreError) in
      let stored = try self.load(plan)
      return try self.reading {
        try PlanCheck($0, plan: plan.rawValue).problems(of: stored)
      }
    }
  }
}
