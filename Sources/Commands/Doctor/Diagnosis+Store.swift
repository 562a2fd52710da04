import Documents
import Sessions
import Stores
import Text

/// Checks of the store of plans.
extension Diagnosis {
  /// Whether the store can be used, and how many plans it has.
  var store: Check {
    let subject = "store"
    let wish = StoreLocation(named: nil, in: surroundings, readOnly: true)
    guard let path = wish.path else {
      return Check(.warning, subject, SessionError.noStorePlace.message)
    }
    do throws(Failure) {
      let open = try surroundings.openStore(wish, .never).get()
      let plans = try open.asking { () throws(StoreError) in try open.store.plans().count }
      let text = "\(quoted(path)), \(counted(plans, "plan"))"
      return open.remark.map { Check(.warning, subject, "\(text); \($0)") }
        ?? Check(.ok, subject, text)
    } catch {
      guard case .session(.store(_, .notFound)) = error else {
        return Check(.error, subject, error.message)
      }
      return machine.canCreate(path)
        ? Check(.ok, subject, "none yet; the first session creates \(quoted(path))")
        : Check(
          .error, subject,
          "none, and \(quoted(path)) cannot be created; set `XDG_DATA_HOME` to a folder that you "
            + "can write to, or give another path with `--store`")
    }
  }

  /// The version of SQLite that is part of the program.
  ///
  /// Versions before 3.51.3 may lose a transaction if a checkpoint coincides with a reset of the
  /// write-ahead log; decision 16 says how that is prevented.
  var library: Check {
    Check(
      .ok, "sqlite", "\(Release.library); checkpoints run only while no other session can write")
  }
}
