import Procurement
import Testing

@Suite struct RegisteredTrustTests {
  private let trusts = [
    ("ZN1", "NORTH FELLS HOSPITAL NHS TRUST"), ("ZH4", "ST BEDE'S AND ZN MARSH NHS TRUST"),
    ("NO9", "Wold Care"), ("ZN12", "SOUTHNORTH PARTNERSHIP"), ("ZQ2", "Øster-North Ambulance"),
  ].map { RegisteredTrust(code: $0, name: $1, cluster: "eastern") }

  private func codes(for typed: String) -> [String] {
    RegisteredTrust.trusts(matching: typed, among: trusts).map(\.code)
  }

  @Test(arguments: [
    ("", ["ZN1", "ZH4", "NO9", "ZN12", "ZQ2"]), (" ' ", ["ZN1", "ZH4", "NO9", "ZN12", "ZQ2"]),
    ("zn1", ["ZN1", "ZN12"]), ("ZN", ["ZN1", "ZN12", "ZH4"]),
    ("no", ["NO9", "ZN1", "ZQ2", "ZN12"]), ("north", ["ZN1", "ZQ2", "ZN12"]),
    ("fells nor", ["ZN1"]), ("bedes", ["ZH4"]), ("st bede’s", ["ZH4"]), ("ell", ["ZN1"]),
    ("øst", ["ZQ2"]), ("zn12 partner", ["ZN12"]), ("northern", []), ("n1", ["ZN1", "ZN12"]),
  ])
  func `codes match first, then starts of words, then any part`(
    typed: String, expected: [String]
  ) {
    #expect(codes(for: typed) == expected)
  }
}
