extension Break {
  /// Errors in categories and services.
  static let services = [
    Break(
      "{id: extra, name", "{id: core, name",
      """
      18:10: the category `core` is listed already, on line 17; rename or remove one of the two
      22:10: unknown category `extra`; use one of `core`, `rest`
      27:16: unknown category `extra`; use one of `core`, `rest`
      28:16: unknown category `extra`; use one of `core`, `rest`
      29:16: unknown category `extra`; use one of `core`, `rest`
      """),
    Break(
      ", unlisted: true}", "}",
      """
      19:10: the category `rest` is empty; add a service, or write `unlisted: true`
      """),
    Break(
      ", unlisted: true}", ", unlisted: perhaps}",
      """
      19:54: `unlisted` must be `true` or `false`, without quotes
      """),
    Break(
      "id: core.letters", "id: coer.letters",
      """
      21:10: unknown category `coer`; did you mean `core`?
      """),
    Break(
      "id: core.letters", "id: letters",
      """
      21:10: the service `letters` is in no category; write its id as `CATEGORY.WORD`
      """),
    Break(
      "id: core.letters", "id: rest.letters",
      """
      17:10: the category `core` is empty; add a service, or write `unlisted: true`
      21:10: `rest` is unlisted; move this service to another category, or remove `unlisted` from \
      this one
      """),
    Break(
      "  - {id: core.letters, label: Letters}\n", "",
      """
      17:10: the category `core` is empty; add a service, or write `unlisted: true`
      """),
    Break(
      "{id: extra.pacs", "{id: core.letters",
      """
      22:10: the service `core.letters` is listed already, on line 21; rename or remove one of the \
      two
      """),
    Break(
      "label: Letters", "cpv: 48814000-7, label: Letters",
      """
      21:29: `48814000-7` is not a CPV code; write its eight digits, such as `48814000`
      """),
    Break(
      "label: Letters", "label: Letters of every kind and length",
      """
      21:31: `label` has more than 26 characters; add a shorter one as `short`
      """),
    Break(
      "label: Letters", "label: Letters, short: Letters of every kind and length",
      """
      21:47: `short` has 32 characters; shorten it to 26
      """),
    Break(
      "sources:\n", "recognition: {system: [it], objects: chair}\nsources:\n",
      """
      36:15: unknown key `system`; did you mean `systems`?
      36:38: `objects` must be a list; write `[…]`, or items that start with `- `
      """),
    Break(
      "label: Letters", "label: Letters, pacs_options: true",
      """
      22:53: the service on line 21 already has PACS options; only one service can have them
      """),
    Break(
      "pacs_options:\n"
        + "  - {option: basic, meaning: some}\n"
        + "  - {option: entire, meaning: all}\n", "",
      """
      19:53: the programme has no PACS options; list some under `pacs_options` at the top, \
      or remove this
      24:41: `pacs_options` does not list `basic`; add it there, or remove it here
      25:31: `pacs_options` does not list `entire`; add it there, or remove it here
      26:31: `pacs_options` does not list `entire`; add it there, or remove it here
      """),
  ]
}
