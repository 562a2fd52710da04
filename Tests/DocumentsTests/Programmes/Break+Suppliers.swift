extension Break {
  /// Errors in suppliers, clusters, routes and options.
  static let suppliers = [
    Break(
      "calloff-programme: 1", "calloff-programme: 2",
      """
      1:20: version 2 of programme documents is newer than this program; update calloff
      """),
    Break(
      "calloff-programme: 1", "calloff-programme: one",
      """
      1:20: `one` is not a version of programme documents; write `1`
      """),
    Break(
      "calloff-programme: 1\n", "",
      """
      1:1: `calloff-programme` is missing from this programme; add it
      """),
    Break(
      "id: small", "id: Small One",
      """
      2:5: `Small One` is not a valid id; write lower-case letters, digits and hyphens
      """),
    Break(
      "title: A small programme\n", "",
      """
      1:1: `title` is missing from this programme; add it
      """),
    Break(
      "title: A small", "titel: A small",
      """
      1:1: `title` is missing from this programme; add it
      3:1: unknown key `titel`; did you mean `title`?
      """),
    Break(
      "{id: two, name: Two}", "{id: one, name: Two}",
      """
      6:10: the provider `one` is listed already, on line 5; rename or remove one of the two
      9:35: unknown provider `two`; use one of `one`
      """),
    Break(
      "{id: two, name: Two}", "{id: two}",
      """
      6:5: `name` is missing from this provider; add it
      """),
    Break(
      "{id: south, name", "{id: north, name",
      """
      9:10: the cluster `north` is listed already, on line 8; rename or remove one of the two
      """),
    Break(
      ", lsp: two}", "}",
      """
      9:5: `lsp` is missing from this cluster; add it
      """),
    Break(
      "lsp: two", "lsp: tow",
      """
      9:35: unknown provider `tow`; did you mean `two`?
      """),
    Break(
      "lsp: one, source: notice", "lsp: one, source: rumour",
      """
      8:48: unknown source `rumour`; use one of `notice`
      """),
    Break(
      "lsp: two}", "lsp: two, authorities: [{code: Q1, name: A}, {code: Q1, name: B}]}",
      """
      9:82: the authority `Q1` is listed already, on line 9; rename or remove one of the two
      """),
    Break(
      "lsp: two}", "lsp: two, region_codes: [A, London, A]}",
      """
      9:58: `London` is not a region code; write one capital letter, such as `H`
      9:66: the region code `A` is listed already, on line 9; rename or remove one of the two
      """),
    Break(
      "lsp: two}", "lsp: two, contract_value: 1.234}",
      """
      9:56: `1.234` has a fraction of a penny; write at most two decimals
      """),
    Break(
      "{route: open, meaning", "{route: opne, meaning",
      """
      12:13: unknown route `opne`; use one of `programme`, `calloff`, `open`
      """),
    Break(
      "{route: open, meaning", "{route: programme, meaning",
      """
      12:13: the route `programme` is listed already, on line 11; rename or remove one of the two
      """),
    Break(
      "{option: entire, meaning", "{option: whole, meaning",
      """
      15:14: unknown PACS option `whole`; use one of `basic`, `features`, `entire`
      """),
    Break(
      "{option: entire, meaning", "{option: basic, meaning",
      """
      15:14: the option `basic` is listed already, on line 14; rename or remove one of the two
      """),
  ]
}
