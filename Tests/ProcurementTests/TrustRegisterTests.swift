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
    let all = register.coverage(of: ["RAA", "RBB", "ROO"], in: nil)
    #expect(all.covered == 2 && all.registered == 3 && all.others == 1)
    #expect(all.words == "2 of 3 trusts, 1 not registered")
    let southern = register.coverage(of: ["RAA", "RCC"], in: "southern")
    #expect(southern.covered == 1 && southern.registered == 1 && southern.others == 1)
    #expect(register.coverage(of: [], in: "eastern").registered == 0)
    #expect(TrustRegister([trusts[3]]) == nil && TrustRegister([]) == nil)
  }
}
