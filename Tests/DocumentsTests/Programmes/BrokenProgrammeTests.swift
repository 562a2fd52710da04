import Testing

@Suite struct BrokenProgrammeTests {
  @Test func `the small programme itself is valid`() {
    #expect(SmallProgramme.faults(of: SmallProgramme.text) == [])
  }

  @Test(arguments: Break.suppliers + Break.services + Break.decisions + Break.clauses)
  func `a programme with an error is refused at its place`(broken: Break) throws {
    let faults = try SmallProgramme.faults(replacing: broken.part, with: broken.other)
    #expect(faults.joined(separator: "\n") == broken.faults)
  }

  @Test func `every fault of a programme is reported, in the order of the document`() throws {
    let faults = try SmallProgramme.faults(
      replacing: "lsp: one, source: notice",
      with: "lsp: eno, source: rumour, contract_value: -1, shape: round")
    #expect(
      faults == [
        "8:35: unknown provider `eno`; use one of `one`, `two`",
        "8:48: unknown source `rumour`; use one of `notice`",
        "8:72: `-1` is negative; write an amount of zero or more",
        "8:76: unknown key `shape`; use one of `id`, `name`, `lsp`, `regions`, "
          + "`region_codes`, `contract_value`, `source`, `authorities`, `authorities_source`",
      ])
  }
}
