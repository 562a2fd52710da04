extension Break {
  /// Errors in clauses, figures and sources.
  static let clauses = [
    Break(
      "{id: first, section", "{id: First, section",
      """
      33:10: `First` is not a valid id; write lower-case letters, digits and hyphens
      """),
    Break(
      "paragraph: 1", "paragraph: 0",
      """
      33:42: `paragraph` must be a whole number from 1 to 9999
      """),
    Break(
      "[S101, S102]", "[S101, S112]",
      """
      33:78: unknown finding code `S112`; did you mean `S102`?
      """),
    Break(
      "[S101, S102]", "[S101, X9]",
      """
      33:78: unknown finding code `X9`; use one of `C101`, `C102`, `C103`, `C104`, `C105`, `C106`, \
      `F101`, `F102`, `F103`, `F104`, `F105`, `F106`, `F107`, `G101`, `G102`, `G103`, `G104`, `P101`, \
      `P102`, `P103`, `P104`, `P105`, `P106`, `P107`, `S101`, `S102`, `S103`, `S104`, `S105`, \
      `S106`, `S107`, `S108`, `S109`, `S110`, `S111`
      """),
    Break(
      "[S101, S102]", "[S101], category: cor",
      """
      33:89: unknown category `cor`; did you mean `core`?
      """),
    Break(
      "[S101, S102]", "[S101], topic: suply",
      """
      33:86: unknown topic `suply`; did you mean `supply`?
      """),
    Break(
      "[S101, S102]", "[S101], service: core.leters",
      """
      33:88: unknown service `core.leters`; did you mean `core.letters`?
      """),
    Break(
      "[S101, S102]", "[S101], option: features",
      """
      33:87: `pacs_options` does not list `features`; add it there, or remove it here
      """),
    Break(
      "money: 12.50", "money: twelve",
      """
      35:42: `twelve` is not an amount; write pounds in digits only, such as `1250.50`
      """),
    Break(
      "year: 2004-05", "year: 2004",
      """
      35:55: `2004` is not a financial year; write one such as `2004-05`
      """),
    Break(
      "2004-05, source: notice", "2004-05, source: note",
      """
      35:72: unknown source `note`; did you mean `notice`?
      """),
    Break(
      "confidence: confirmed", "confidence: certain",
      """
      37:47: unknown confidence `certain`; use one of `confirmed`, `derived`, `unconfirmed`
      """),
    Break(
      "{id: notice, title: A notice, confidence", "{title: A notice, confidence",
      """
      8:48: unknown source `notice`; list it under `sources`
      35:72: unknown source `notice`; list it under `sources`
      37:5: `id` is missing from this source; add it
      """),
    Break(
      "sources:\n"
        + "  - {id: notice, title: A notice, confidence: confirmed}\n", "",
      """
      8:48: unknown source `notice`; list it under `sources`
      35:72: unknown source `notice`; list it under `sources`
      """),
  ]
}
