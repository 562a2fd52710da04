import Documents
import Testing

@Suite struct FaultyTrustsTests {
  private func found(in text: String) -> [String] {
    faults { () throws(FaultList) in
      try readTrusts(Array(text.utf8), clusters: SampleRegister.clusters)
    }
  }

  @Test(arguments: [
    FaultCase("", "1:1 the file holds no trusts; name a register of trusts"),
    FaultCase("\n\r\n", "1:1 the file holds no trusts; name a register of trusts"),
    FaultCase(
      "calloff: 1\ntitle: a, b\n",
      "1:1 a register of trusts has rows of 24 or 27 cells and this one has 1; "
        + "name the file as the Organisation Data Service publishes it"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + "ZB2,Wold\n" + SampleRegister.row("Z 3", "Quay"),
      "2:1 this row has 2 cells and those before it 27; "
        + "look for a separator or a quote that is missing or too many",
      "3:1 `Z 3` is not a trust code; write letters and digits only"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + SampleRegister.row("ZB2", "Wold", columns: 24),
      "2:1 this row has 24 cells and those before it 27; "
        + "look for a separator or a quote that is missing or too many"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell") + "ZB2,\"Wold\n",
      "2:5 the quotation that begins here does not end; add a closing quote"),
    FaultCase(
      SampleRegister.row("", "Fell", isQuoted: false)
        + SampleRegister.row("ZB2", " ", opened: "2004", isQuoted: false)
        + SampleRegister.row("ZC3", "a\nb", closed: "20040230", region: "London", isQuoted: false)
        + SampleRegister.row("ZB2", "Dale", isQuoted: false)
        + SampleRegister.row(
          "ZE5", "Mere", opened: "20040402", closed: "20040401", isQuoted: false),
      "1:1 this trust has no code; write it here",
      "2:5 this trust has no name; write it here, or into the overrides",
      "2:38 `2004` is no date of the register; write one such as `20041102`, or nothing",
      "3:5 the name of a trust is one line; take the line break or tab out",
      "4:36 `20040230` is no date of the register; write one such as `20041102`, or nothing",
      "4:56 `London` is no code of a region; write one capital letter, such as `H`, or nothing",
      "5:1 the trust `ZB2` is there already, at 2:1; remove one of the two",
      "6:50 the trust closes on 2004-04-01, before it opens on 2004-04-02; correct either day"),
    FaultCase(
      SampleRegister.row("ZA1", "Fell", region: "é"),
      "1:98 `é` is no code of a region; write one capital letter, such as `H`, or nothing"),
    FaultCase(
      SampleRegister.row("ZA1", "Fe\u{0}ll"),
      "1:10 this is not text: it has a zero byte; name a CSV file"),
  ])
  func `a faulty register is refused with every fault`(example: FaultCase) {
    #expect(found(in: example.document) == example.faults)
  }

  @Test func `of ten thousand faults the first hundred are told and the others counted`() throws {
    let rows = (0..<10_000).map { SampleRegister.row("Z\($0)", "Trust", opened: "soon") }
    let list = try #require(throws: FaultList.self) {
      try readTrusts(Array(rows.joined().utf8), clusters: SampleRegister.clusters)
    }
    #expect(list.faults.map(\.place.line) == Array(1...100))
    #expect(list.closing == "and 9900 more; mend these first")
  }

  @Test(arguments: [
    FaultCase(
      "[]", "1:1 a file of overrides must be a mapping; write `key: value`, or `{key: value}`"),
    FaultCase(
      "{calloff: 2, trust: []}",
      "1:1 this file of overrides has no `trusts`; add it",
      "1:11 version 2 of overrides is newer than this program; update calloff",
      "1:14 unknown key `trust`; did you mean `trusts`?"),
    FaultCase(
      "calloff: 1\ntrusts:\n- {code: ZA1, cluster: wales}\n- {cluster: coast}\n"
        + "- {code: Z-1, name: \"a\\nb\", closes: 2004-01-01}\n- {code: ZA1, opened: 20040101}\n",
      "3:24 unknown cluster `wales`; use one of `capital`, `coast`",
      "4:3 this trust has no `code`; add it",
      "5:10 `Z-1` is not a trust code; write letters and digits only",
      "5:21 the name of a trust is one line; take the line break or tab out",
      "5:29 unknown key `closes`; did you mean `closed`?",
      "6:10 the trust `ZA1` is there already, at 3:10; make one of the two",
      "6:23 `20040101` is no date; write one such as `2004-11-02`"),
    FaultCase(
      "calloff: 1\ntrusts:\n- {code: ZA1}\n"
        + "- {code: ZB2, opened: 2004-04-02, closed: 2004-04-01}\n",
      "3:3 nothing is said of `ZA1`; give it a `cluster`, or remove it",
      "4:43 the trust closes on 2004-04-01, before it opens on 2004-04-02; correct either day"),
  ])
  func `faulty overrides are refused with every fault`(example: FaultCase) {
    #expect(
      faults { () throws(FaultList) in
        try readTrustOverrides(Array(example.document.utf8), clusters: ["capital", "coast"])
      } == example.faults)
  }
}
