import Procurement
import Sessions
import Stores

extension CommandEnvironment {
  /// The register of trusts in the user's store; nil if there is none that can be read.
  var trustRegister: TrustRegister? {
    let location = StoreLocation(named: nil, in: self, readOnly: true)
    guard location.path != nil, case .success(let open) = openStore(location, .never),
      let trusts = try? open.store.trusts()
    else { return nil }
    return TrustRegister(trusts)
  }
}
