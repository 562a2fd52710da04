import Documents
import Testing

@Suite struct FaultyTrustsTests {
  private func found(in text: String) -> [String] {
    faults { () throws(FaultList) in
      try readRegister(Array(text.utf8), clusters: SampleRegister.clusters)
    }
  }

  @Test(arguments: [
    FaultCase("", "1:1 the file is empty; choose a register of trusts"),
    FaultCase("\n\r\n", "1:1 the file is empty; choose a register of trusts"),
    FaultCase(
      "calloff: 1\ntitle: a, b\n",
      "1:1 a register of trusts has rows of 24 or 27 cells and this one has 1; "
        + "use the file as the Organisation Data Service publishes it"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + "ZB2,Wold\n" + SampleRegister.row("Z 3", "Quay"),
      "2:1 this row has 2 cells and those before it 27; "
        + "look for a missing or extra separator or quote",
      "3:1 `Z 3` is not a trust code; write letters and digits only"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + SampleRegister.row("ZB2", "Wold", columns: 24),
      "2:1 this row has 24 cells and those before it 27; "
        + "look for a missing or extra separator or quote"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + "ZB2,\"Wold\n",
      "2:5 the closing quote of the text that starts here is missing; add it"),
    FaultCase(
      SampleRegister.row("", "Fell", isQuoted: false)
        + SampleRegister.row("ZB2", " ", opened: "2004", isQuoted: false)
        + SampleRegister.row("ZC3", "a\nb", closed: "20040230", region: "London", isQuoted: false)
        + SampleRegister.row("ZB2", "Dale", isQuoted: false)
        + SampleRegister.row(
          "ZE5", "Mere", opened: "20040402", closed: "20040401", isQuoted: false),
      "1:1 the code of this trust is missing; write it here",
      "2:5 the name of this trust is missing; write it here, or in the overrides",
      "2:38 `2004` is not a date of the register; write one such as `20041102`, "
        + "or leave it empty",
      "3:5 the name of a trust must be one line; remove the line break or tab",
      "4:36 `20040230` is not a date of the register; write one such as `20041102`, "
        + "or leave it empty",
      "4:56 `London` is not a region code; write one capital letter, such as `H`, "
        + "or leave it empty",
      "5:1 the trust `ZB2` is listed twice, first in `etr.csv` at 2:1; remove one",
      "6:50 the trust closes on 2004-04-01, before it opens on 2004-04-02; "
        + "correct one of the days"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell", region: "é"),
      "1:98 `é` is not a region code; write one capital letter, such as `H`, or leave it empty"),
    FaultCase(
      SampleRegister.row("ZA1", "Fe\u{0}ll"),
      "1:10 this is not text, since it has a zero byte; choose a CSV file"),
  ])
  func `a faulty register is refused with every fault`(example: FaultCase) {
    #expect(found(in: example.document) == example.faults)
  }

  @Test func `the first hundred of ten thousand faults are reported and the others counted`() throws
  {
    let rows = (0..<10_000).map { SampleRegister.row("Z\($0)", "Trust", opened: "soon") }
    let list = try #require(throws: FaultList.self) {
      try readRegister(Array(rows.joined().utf8), clusters: SampleRegister.clusters)
    }
    #expect(list.faults.map(\.place.line) == Array(1...100))
    #expect(list.closing == "and 9900 more; fix these first")
  }

  @Test(arguments: [
    FaultCase(
      "[]", "1:1 a file of overrides must be a mapping; write `key: value`, or `{key: value}`"),
    FaultCase(
      "{calloff: 2, trust: []}",
      "1:1 `trusts` is missing from this file of overrides; add it",
      "1:11 version 2 of overrides is newer than this program; update calloff",
      "1:14 unknown key `trust`; did you mean `trusts`?"),
    FaultCase(
      "calloff: 1\ntrusts:\n- {code: ZA1, cluster: wales}\n- {cluster: coast}\n"
        + "- {code: Z-1, name: \"a\\nb\", closes: 2004-01-01}\n- {code: ZA1, opened: 20040101}\n",
      "3:24 unknown cluster `wales`; use one of `capital`, `coast`",
      "4:3 `code` is missing from this trust; add it",
      "5:10 `Z-1` is not a trust code; write letters and digits only",
      "5:21 the name of a trust must be one line; remove the line break or tab",
      "5:29 unknown key `closes`; did you mean `closed`?",
      "6:10 the trust `ZA1` is listed twice, first at 3:10; combine the two",
      "6:23 `20040101` is not a date; write one such as `2004-11-02`"),
    FaultCase(
      "calloff: 1\ntrusts:\n- {code: ZA1}\n"
        + "- {code: ZB2, opened: 2004-04-02, closed: 2004-04-01}\n",
      "3:3 the override for `ZA1` is empty; add a `cluster`, or remove it",
      "4:43 the trust closes on 2004-04-01, before it opens on 2004-04-02; "
        + "correct one of the days"),
  ])
  func `faulty overrides are refused with every fault`(example: FaultCase) {
    #expect(
      faults { () throws(FaultList) in
        try readTrustOverrides(Array(example.document.utf8), clusters: ["capital", "coast"])
      } == example.faults)
  }
}
