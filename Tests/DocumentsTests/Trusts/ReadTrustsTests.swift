import Documents
import Procurement
import Testing

@Suite struct ReadTrustsTests {
  private func read(_ text: String, _ overrides: String? = nil) throws(FaultList) -> TrustsDocument
  {
    var given = TrustOverrides.none
    if let overrides {
      given = try readTrustOverrides(
        Array("calloff: 1\ntrusts:\n\(overrides)".utf8),
        clusters: SampleRegister.clusters.map(\.id))
    }
    return try readRegister(
      Array(text.utf8), clusters: SampleRegister.clusters, overrides: given)
  }

  @Test(arguments: [24, 27], [true, false])
  func `a register is read`(columns: Int, isQuoted: Bool) throws {
    let text =
      SampleRegister.row(
        "ZA1", "FELL, MOOR AND ST BEDE'S NHS TRUST", opened: "19920401", columns: columns,
        isQuoted: isQuoted)
      + SampleRegister.row(
        "ZB2C4", "The \"Wold\" Trust", opened: "20010228", closed: "20040229", region: "D",
        columns: columns, isQuoted: isQuoted)
      + SampleRegister.row(
        "ZC3", "Quay", region: "A", columns: columns, isQuoted: isQuoted)
    let document = try read(text)
    #expect(
      document.trusts == [
        RegisteredTrust(
          code: "ZA1", name: "FELL, MOOR AND ST BEDE'S NHS TRUST", cluster: "capital",
          opened: CalendarDate("1992-04-01")),
        RegisteredTrust(
          code: "ZB2C4", name: "The \"Wold\" Trust", cluster: "coast",
          opened: CalendarDate("2001-02-28"), closed: CalendarDate("2004-02-29")),
        RegisteredTrust(code: "ZC3", name: "Quay", cluster: "coast"),
      ])
    #expect(document.leftOut == [])
    #expect(document.unused == [])
  }

  @Test func `trusts outside all clusters are left out and counted`() throws {
    let regions = ["", "W", "H", "B", "W"]
    let document = try read(
      regions.enumerated().map { SampleRegister.row("Z\($0)", "Trust", region: $1) }.joined())
    #expect(document.trusts.map(\.code) == ["Z2"])
    #expect(document.leftOut.map(\.region) == ["B", "W", nil])
    #expect(document.leftOut.map(\.codes) == [["Z3"], ["Z1", "Z4"], ["Z0"]])
    #expect(
      document.leftOut.map(\.message) == [
        "left out: 1 trust of region `B`, which is in no cluster; to include one, give its "
          + "cluster in the overrides",
        "left out: 2 trusts of region `W`, which is in no cluster; to include one, give its "
          + "cluster in the overrides",
        "left out: 1 trust without a region; to include one, give its cluster in the overrides",
      ])
  }

  @Test func `overrides replace values of the register and add to it`() throws {
    let document = try read(
      SampleRegister.row("ZA1", "Fell", opened: "19920401")
        + SampleRegister.row("ZB2", "", region: "W")
        + SampleRegister.row("ZC3", "Quay", opened: "20020101", closed: "20010101"),
      """
        - {code: ZB2, name: Wold, cluster: bare}
        - {code: ZD4, name: Dale, cluster: coast, opened: 2001-04-01, closed: 2002-04-01}
        - {code: ZE5, closed: 2003-04-01}
        - {code: ZA1, cluster: coast}
        - {code: ZC3, closed: 2002-10-01}
        - {code: ZF6, name: Nameless}
      """)
    #expect(
      document.trusts == [
        RegisteredTrust(
          code: "ZA1", name: "Fell", cluster: "coast", opened: CalendarDate("1992-04-01")),
        RegisteredTrust(code: "ZB2", name: "Wold", cluster: "bare"),
        RegisteredTrust(
          code: "ZC3", name: "Quay", cluster: "capital", opened: CalendarDate("2002-01-01"),
          closed: CalendarDate("2002-10-01")),
        RegisteredTrust(
          code: "ZD4", name: "Dale", cluster: "coast", opened: CalendarDate("2001-04-01"),
          closed: CalendarDate("2002-04-01")),
      ])
    #expect(document.leftOut == [])
    #expect(
      document.unused.map { "\($0.place) \($0.message)" } == [
        "5:5 the trust `ZE5` is not in the register; correct the code, or give it a `name` and a "
          + "`cluster` to add it",
        "8:5 the trust `ZF6` is not in the register; correct the code, or give it a `name` and a "
          + "`cluster` to add it",
      ])
  }

  @Test func `the built-in programme has each region of England`() throws {
    let clusters = try Programme.builtIn().clusters
    let rows = "HADBFEGJKW".enumerated().map {
      SampleRegister.row("Z\($0)", "Trust", region: String($1))
    }
    let document = try readRegister(Array(rows.joined().utf8), clusters: clusters)
    #expect(
      document.trusts.map(\.cluster) == [
        "london", "north-east", "north-east", "north-west-west-midlands",
        "north-west-west-midlands", "eastern", "eastern", "southern", "southern",
      ])
    #expect(document.leftOut.map(\.region) == ["W"])
    #expect(clusters.allSatisfy { $0.regionCodes.count == $0.regions.count })
  }

  /// A register of NHS trusts, and one of primary care and care trusts, of another width.
  private static func files(third: String = "TAC") -> [TrustsFile] {
    let trusts = SampleRegister.row("RAA", "Quay NHS Trust")
    let care =
      SampleRegister.row("5A1", "Quay PCT", region: "D", columns: 24)
      + SampleRegister.row(third, "Wold Care Trust", columns: 24)
    return [
      TrustsFile(name: "etr.csv", bytes: Array(trusts.utf8)),
      TrustsFile(name: "epct.csv", bytes: Array(care.utf8)),
    ]
  }

  @Test func `several files are one register, and codes tell the kinds of trusts`() throws {
    let document = try readTrusts(ReadTrustsTests.files(), clusters: SampleRegister.clusters)
    #expect(document.trusts.map(\.code) == ["RAA", "5A1", "TAC"])
    #expect(document.trusts.map(\.cluster) == ["capital", "coast", "capital"])
    #expect(document.trusts.map(\.kind) == [nil, .primaryCare, .care])
  }

  @Test func `a trust in two files is a fault of the second`() throws {
    let error = #expect(throws: FaultyTrustsFile.self) {
      try readTrusts(ReadTrustsTests.files(third: "raa"), clusters: SampleRegister.clusters)
    }
    #expect(error?.name == "epct.csv")
    #expect(
      error.map { $0.faults.faults.map(\.message) } == [
        "the trust `raa` is listed twice, first in `etr.csv` at 1:1; remove one"
      ])
  }
}
