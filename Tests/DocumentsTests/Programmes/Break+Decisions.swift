extension Break {
  /// Errors in decisions.
  static let decisions = [
    Break(
      "supply: exclusive", "supply: exclusively",
      """
      24:53: unknown supply `exclusively`; use one of `exclusive`, `non-exclusive`, `not-engaged`
      """),
    Break(
      "payer: programme", "payer: nobody",
      """
      24:71: unknown payer `nobody`; use one of `programme`, `trust`
      """),
    Break(
      "[spine-connected]", "[spine-connected, cheap]",
      """
      26:57: unknown condition `cheap`; use one of `group`, `third-party`, `cluster-lsp`, \
      `interoperable`, `justified`, `spine-connected`
      """),
    Break(
      "need: retain", "need: keep",
      """
      25:28: unknown need `keep`; use one of `new`, `retain`, `any`
      """),
    Break(
      "route: [none, open]", "route: [none, opne]",
      """
      28:53: unknown route `opne`; did you mean `open`?
      """),
    Break(
      "route: [none, open]", "route: [none, calloff]",
      """
      28:53: `routes` does not list `calloff`; add it there, or remove it here
      """),
    Break(
      "route: [none, open]", "route: [none, open, open]",
      """
      28:59: this route is in the list already; remove it
      """),
    Break(
      "route: [none, open]", "route: []",
      """
      28:46: `route` is an empty list; add a word, or write `any`
      """),
    Break(
      "option: [missing, basic]", "option: [missing, features]",
      """
      27:41: `pacs_options` does not list `features`; add it there, or remove it here
      """),
    Break(
      "option: [missing, basic], ", "",
      """
      27:5: every service of `extra` has PACS options; add an `option`
      """),
    Break(
      "{category: rest, route", "{category: rest, option: basic, route",
      """
      31:30: services of `rest` have no PACS options; remove this
      """),
    Break(
      "{category: rest, route", "{category: future, route",
      """
      31:16: unknown category `future`; use one of `core`, `extra`, `rest`
      """),
    Break(
      "  - {category: rest, route: any, supply: non-exclusive, payer: trust}\n", "",
      """
      23:1: no row covers `rest`; add a row, or widen one
      """),
    Break(
      "need: new, route: any", "need: new, route: open",
      """
      23:1: no row covers `core`, need `new`, route `none` or `programme`; add a row, or widen one
      """),
    Break(
      "need: retain, route: any", "need: retain, route: [none, open]",
      """
      23:1: no row covers `core`, need `retain`, route `programme`; add a row, or widen one
      """),
    Break(
      "route: [none, open]", "route: none",
      """
      23:1: no row covers `extra`, option `entire`, route `open`; add a row, or widen one
      """),
    Break(
      "option: [missing, basic]", "option: basic",
      """
      23:1: no row covers `extra`, option `missing`; add a row, or widen one
      """),
    Break(
      "need: retain, route: any", "route: none",
      """
      23:1: no row covers `core`, need `retain`, route `programme` or `open`; add a row, or widen \
      one
      25:5: the row on line 24 already covers `core`, need `new`, route `none`; narrow one of the \
      two
      """),
    Break(
      "route: [none, open]", "route: any",
      """
      29:5: the row on line 28 already covers `extra`, option `entire`, need `new`, route \
      `programme` and 1 more case; narrow one of the two
      """),
    Break(
      "option: [missing, basic]", "option: any",
      """
      28:5: the row on line 27 already covers `extra`, option `entire`, need `new`, route `none` \
      and 3 more cases; narrow one of the two
      29:5: the row on line 27 already covers `extra`, option `entire`, need `new`, route \
      `programme` and 1 more case; narrow one of the two
      """),
    Break(
      "{category: rest, route: any", "{category: rest",
      """
      31:5: `route` is missing from this decision; add it
      """),
  ]
}
