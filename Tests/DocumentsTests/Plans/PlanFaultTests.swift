import Documents
import Testing

@Suite struct PlanFaultTests {
  private func found(in text: String) -> [String] {
    faults { () throws(FaultList) in try readPlan(Array(text.utf8), clusters: sampleClusters) }
  }

  @Test(arguments: [
    FaultCase("[]", "1:1 a plan must be a mapping; write `key: value`, or `{key: value}`"),
    FaultCase(
      "title: t",
      "1:1 `calloff` is missing from this plan; add it",
      "1:1 `trust` is missing from this plan; add it",
      "1:1 `years` is missing from this plan; add it"),
    FaultCase(
      "calloff: 2\ncolour: x",
      "1:10 version 2 of plan documents is newer than this program; update calloff"),
    FaultCase(
      "{calloff: 0, title: t, years: [2004-05], "
        + "trust: {code: a, name: b, kind: care, cluster: london}}",
      "1:11 `0` is not a version of plan documents; write `calloff: 1`"),
    FaultCase(
      "{calloff: 1, title: [], years: [], "
        + "trust: {code: '', name: b, kind: x, cluster: Wales, chief: y}}",
      "1:21 `title` must be text; remove the list or mapping",
      "1:32 the list of years is empty; add at least one, such as `2004-05`",
      "1:50 `code` is empty; add a value",
      "1:69 unknown kind `x`; use one of `acute`, `mental-health`, `primary-care`, `ambulance`, "
        + "`care`",
      "1:81 unknown cluster `Wales`; use one of `london`, `eastern`",
      "1:88 unknown key `chief`; use one of `code`, `name`, `kind`, `cluster`"),
    FaultCase(
      "{calloff: 1, title: t, years: [2004-05, 2004-05, 2004-06, 2004], "
        + "trust: {code: a, name: b, kind: care, cluster: london}}",
      "1:41 the year `2004-05` is listed twice, first at 1:32; remove one",
      "1:50 `2004-06` is not a financial year; write one such as `2004-05`",
      "1:59 `2004` is not a financial year; write one such as `2004-05`"),
  ])
  func `faulty plan details are refused with every fault`(example: FaultCase) {
    #expect(found(in: example.document) == example.faults)
  }

  /// Documents after plan details of four lines.
  @Test(arguments: [
    FaultCase(
      "colour: x\n",
      "5:1 unknown key `colour`; use one of `calloff`, `title`, `trust`, "
        + "`years`, `as_of`, `waivers`, `funds`, `groups`, `lines`"),
    FaultCase("line: []\n", "5:1 unknown key `line`; did you mean `lines`?"),
    FaultCase(
      "lines: x\n", "5:8 `lines` must be a list; write `[…]`, or items that start with `- `"),
    FaultCase(
      "lines:\n- x\n-\n",
      "6:3 a line must be a mapping; write `key: value`, or `{key: value}`",
      "7:2 this item of `lines` is empty; write or remove it"),
    FaultCase(
      "lines:\n- {}\n",
      "6:3 `id` is missing from this line; add it",
      "6:3 `service` is missing from this line; add it"),
    FaultCase(
      "lines:\n- {id: '', service: }\n",
      "6:8 `id` is empty; add a value", "6:21 `service` is empty; add a value"),
    FaultCase(
      "lines:\n- {id: a, service: b}\n- {id: a, service: b}\n",
      "7:8 the line at 6:8 already has the id `a`; choose another"),
    FaultCase(
      "lines:\n- {id: a, service: b, need: x, route: y, pacs: z}\n",
      "6:29 unknown need `x`; use one of `new`, `retain`",
      "6:39 unknown route `y`; use one of `programme`, `calloff`, `open`",
      "6:48 unknown PACS option `z`; use one of `basic`, `features`, `entire`"),
    FaultCase(
      "lines:\n- {id: a, service: b, spine_connected: yes, crs_interoperable: 'true'}\n",
      "6:40 `spine_connected` must be `true` or `false`, without quotes",
      "6:64 `crs_interoperable` must be `true` or `false`, without quotes"),
    FaultCase(
      "lines:\n- {id: a, service: b, suplier: c, supplier: [d]}\n",
      "6:23 unknown key `suplier`; did you mean `supplier`?",
      "6:45 `supplier` must be text; remove the list or mapping"),
    FaultCase(
      "lines:\n- {id: a, service: b, cost: 5, funds: f}\n",
      "6:29 a cost must be a mapping; write `key: value`, or `{key: value}`",
      "6:39 `funds` must be a list; write `[…]`, or items that start with `- `"),
    FaultCase(
      "lines:\n- {id: a, service: b, waivers: S107}\n",
      "6:32 `waivers` must be a list; write `[…]`, or items that start with `- `"),
    FaultCase(
      "lines:\n- {id: a, service: b, waivers: [{}, x]}\n",
      "6:33 `code` is missing from this waiver; add it",
      "6:33 `reason` is missing from this waiver; add it",
      "6:33 `date` is missing from this waiver; add it",
      "6:37 a waiver must be a mapping; write `key: value`, or `{key: value}`"),
    FaultCase(
      "lines:\n- id: a\n  service: b\n  waivers:\n"
        + "  - {code: S199, reason: ' ', date: 2005-02-29}\n"
        + "  - {code: s107, reason: [], date: {}, by: me}\n",
      "9:12 unknown finding code `S199`; `calloff explain` lists all codes",
      "9:26 a waiver needs a reason; add one",
      "9:37 `2005-02-29` is not a date; write one such as `2004-11-02`",
      "10:12 unknown finding code `s107`; `calloff explain` lists all codes",
      "10:26 `reason` must be text; remove the list or mapping",
      "10:36 `date` must be a date, such as `2004-11-02`",
      "10:40 unknown key `by`; use one of `code`, `reason`, `date`"),
    FaultCase(
      "lines:\n- id: a\n  service: b\n  waivers:\n"
        + "  - {code: S107, reason: x, date: 2004-11-02}\n"
        + "  - {code: S107, reason: y, date: 2004-11-03}\n",
      "10:12 `S107` is waived twice, first at 9:12; remove one"),
    FaultCase(
      "lines:\n- {id: a, service: b, cost: {captial: {}, revenue: {2004-05: 1, 2005-06: 2}}}\n",
      "6:30 unknown key `captial`; did you mean `capital`?",
      "6:65 the year `2005-06` is not one of the plan's years; add it to `years`"),
    FaultCase(
      "funds:\n- {id: f}\n- {id: f, pays: x, available: {2006-07: 1}}\n",
      "6:3 `pays` is missing from this fund; add it",
      "7:8 the fund at 6:8 already has the id `f`; choose another",
      "7:17 unknown kind of fund `x`; use one of `capital`, `revenue`, `either`",
      "7:32 the year `2006-07` is not one of the plan's years; add it to `years`"),
    FaultCase(
      "groups:\n- {id: g, facility: bt, members: []}\n- {id: g, facility: ~}\n",
      "7:3 `members` is missing from this group; add it",
      "7:8 the group at 6:8 already has the id `g`; choose another",
      "7:21 `facility` is empty; add a value"),
    FaultCase(
      "lines:\n- {id: a, service: b, cost: {capital: {2004-05: 92233720368547758.07}}}\n"
        + "- {id: c, service: b, cost: {capital: {2004-05: 0.01}}}\n",
      "5:1 the amounts add up to more than the largest total that calloff supports; lower them"),
  ])
  func `faulty lists are refused with every fault`(example: FaultCase) {
    #expect(found(in: emptyDocument + example.document) == example.faults)
  }

  @Test(arguments: [
    ("1e5", "`1e5` is not an amount; write pounds in digits only, such as `1250.50`"),
    ("£5", "`£5` is not an amount; write pounds in digits only, such as `1250.50`"),
    ("'1,000'", "`1,000` is not an amount; write pounds in digits only, such as `1250.50`"),
    ("''", "`` is not an amount; write pounds in digits only, such as `1250.50`"),
    ("1.005", "`1.005` has a fraction of a penny; write at most two decimals"),
    ("-1", "`-1` is negative; write an amount of zero or more"),
    (
      "92233720368547758.08",
      "`92233720368547758.08` exceeds the largest amount that calloff supports; write a smaller one"
    ),
    ("[]", "`2004-05` must be an amount, such as `1250.50`"),
  ])
  func `a text that is not money is refused`(amount: String, message: String) {
    let text = emptyDocument + "funds: [{id: f, pays: either, available: {2004-05: \(amount)}}]\n"
    #expect(found(in: text) == ["5:52 \(message)"])
  }

  @Test func `a year is not checked against years that cannot be read`() {
    let text =
      emptyDocument.replacing("[2004-05]", with: "[2004]")
      + "lines: [{id: a, service: b, cost: {capital: {2009-10: 1}}}]\n"
    #expect(
      found(in: text) == ["4:9 `2004` is not a financial year; write one such as `2004-05`"])
  }
}
