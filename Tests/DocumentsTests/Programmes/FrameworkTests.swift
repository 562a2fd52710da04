import Documents
import Glibc
import Procurement
import Testing

@Suite struct FrameworkTests {
  let programme: Programme

  init() throws {
    programme = try Programme.read(try contents(of: "framework.yaml"))
  }

  @Test func `another framework is read`() throws {
    #expect(programme.id == "highland")
    #expect(programme.providers.map(\.id) == ["corrie", "machair", "skerry"])
    #expect(
      programme.clusters == [
        Cluster(
          id: "mainland", name: "Mainland boards", lsp: "corrie", regions: ["Glens", "Firths"],
          contractValue: Money(pence: 1_250_000_050), source: "award"),
        Cluster(
          id: "islands", name: "Island boards", lsp: "machair",
          authorities: [.init(code: "H7", name: "Outer Skerries")],
          authoritiesSource: "register"),
      ])
    #expect(programme.categories.map(\.statedBundles) == [2, nil, nil])
    #expect(programme.figures.first?.money == Money(pence: 400_000_000))
    #expect(programme.sources.map(\.confidence) == [.confirmed, .unconfirmed])
    let clause = try #require(programme.clauses(for: .P101).first)
    #expect(clause.citation == "Schedule 3, paragraph 1 (reading)")
    #expect(programme.clauses(for: .S102).map(\.categories) == [[0]])
  }

  @Test func `an unlisted category is itself a service`() {
    #expect(
      programme.services.map(\.id) == [
        "records.index", "records.letters", "imaging.archive", "other",
      ])
    #expect(programme.services.map(\.category) == [0, 0, 1, 2])
    #expect(
      programme.services.map(\.short) == [
        "Master patient index", "Letters", "Image archive", "Anything else",
      ])
  }

  @Test func `the words that recognise services are read`() {
    var words = RecognitionWords()
    words.equivalents = [["image", "picture", "scan"]]
    words.systems = ["system", "software", "store"]
    words.fillers = ["new", "replacement"]
    words.objects = ["printer", "refurbishment"]
    #expect(programme.recognition == words)
    #expect(programme.services[2].synonyms == ["picture archive", "image store"])
    #expect(programme.services[1].subjects == ["correspondence"])
  }

  @Test func `a route that a programme does not have is not offered`() throws {
    let none = try programme.terms("imaging", .plain, .new, nil)
    #expect(none.isOffered)
    let calloff = try programme.terms("imaging", .plain, .new, .calloff)
    #expect(calloff == Terms(supply: .nonExclusive, payer: .trust, isOffered: false))
    let records = try programme.terms("records", .plain, .new, .calloff)
    #expect(records == Terms(supply: .exclusive, payer: .trust, isOffered: false))
  }

  @Test func `an unknown route is ignored if the route is ignored`() throws {
    let retained = try programme.terms("records", .plain, .retain, .calloff)
    #expect(
      retained == Terms(supply: .notEngaged, payer: .trust, isOffered: true, heedsRoute: false))
  }

  @Test func `an option that a programme does not have is not offered by any route`() throws {
    let small = try Programme.read(Array(SmallProgramme.text.utf8))
    let features = Decision.OptionCase.option(.features)
    for route in Route.allCases {
      #expect(!(try small.terms("extra", features, .new, route)).isOffered)
    }
    #expect(try small.terms("extra", features, .new, nil).isOffered)
    #expect(try small.terms("extra", .option(.entire), .new, .open).isOffered)
    #expect(!(try small.terms("extra", .option(.entire), .new, .calloff)).isOffered)
  }

  @Test func `services are ordered by category whatever the order of the file`() throws {
    let mixed = SmallProgramme.text.replacing(
      "  - {id: core.letters, label: Letters}\n", with: ""
    ).replacing(
      "pacs_options: true}\n",
      with: "pacs_options: true}\n  - {id: core.letters, label: Letters}\n")
    let services = try Programme.read(Array(mixed.utf8)).services
    #expect(services.map(\.id) == ["core.letters", "extra.pacs", "rest"])
  }

  @Test func `the guide shows the tested framework`() throws {
    let guide = try String(
      decoding: contents(of: "../../../docs/programme-file.md"), as: UTF8.self)
    let framework = try String(decoding: contents(of: "framework.yaml"), as: UTF8.self)
    #expect(guide.contains("```yaml\n\(framework)```\n"))
  }
}

/// A file's bytes; its path is relative to this folder.
private func contents(of path: String) throws -> [UInt8] {
  let folder = #filePath.prefix(through: try #require(#filePath.lastIndex(of: "/")))
  let file = try #require(fopen(folder + path, "r"), "`\(path)` cannot be opened")
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}
