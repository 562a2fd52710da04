import Documents
import Sessions
import Stores
import Text

/// The store of plans.
extension Examination {
  /// Whether the store can be used, and what it has.
  var store: Remark {
    let subject = "store"
    let wish = StoreLocation(named: nil, in: surroundings, readOnly: true)
    guard let path = wish.path else {
      return Remark(.warning, subject, SessionError.noStorePlace.message)
    }
    do throws(Failure) {
      let open = try surroundings.openStore(wish, .never).get()
      let plans = try open.asking { () throws(StoreError) in try open.store.plans().count }
      let text = "\(quoted(path)), \(counted(plans, "plan"))"
      return open.remark.map { Remark(.warning, subject, "\(text); \($0)") }
        ?? Remark(.ok, subject, text)
    } catch {
      guard case .session(.store(_, .notFound)) = error else {
        return Remark(.error, subject, error.message)
      }
      return machine.canCreate(path)
        ? Remark(.ok, subject, "none yet; \(quoted(path)) is made by the first session")
        : Remark(
          .error, subject,
          "none, and \(quoted(path)) cannot be made; set `XDG_DATA_HOME` to a folder that you may "
            + "write to, or name a store with `--store`")
    }
  }

  /// Which SQLite is part of the program.
  ///
  /// Versions before 3.51.3 may lose a transaction where a checkpoint meets a reset of the
  /// write-ahead log; decision 16 says how that is kept from happening.
  var library: Remark {
    Remark(
      .ok, "sqlite", "\(Release.library); checkpoints run only while no other session can write")
  }
}
