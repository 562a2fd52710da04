import Procurement
import Testing

/// Which trusts of a register have plans.
@Suite struct TrustRegisterTests {
  @Test func `open trusts are counted, codes in any case`() throws {
    let day = try #require(CalendarDate("2004-03-31"))
    let trusts = [
      ("RAA", "london", nil), ("rbb", "london", nil), ("RCC", "southern", nil),
      ("ROO", "london", day),
    ].map { code, cluster, closed in
      RegisteredTrust(code: code, name: code, cluster: cluster, closed: closed)
    }
    let register = try #require(TrustRegister(trusts))
    let codes: Set = ["RAA", "RBB", "ROO"]
    let all = register.coverage(of: codes)
    #expect(all.covered == 2 && all.registered == 3 && all.others == 1)
    #expect(all.words == "2 of 3 trusts, 1 closed or not registered")
    // RBB, which the register has in London, says in its plan that it is in the South.
    let london = register.coverage(of: ["RAA"], in: "london", ofAll: codes)
    #expect(london.covered == 2 && london.registered == 2 && london.others == 0)
    let southern = register.coverage(of: ["RBB", "ROO"], in: "southern", ofAll: codes)
    #expect(southern.covered == 0 && southern.registered == 1 && southern.others == 1)
    #expect(register.coverage(of: [], in: "eastern", ofAll: codes).registered == 0)
    #expect(TrustRegister([trusts[3]]) == nil && TrustRegister([]) == nil)
  }
}
