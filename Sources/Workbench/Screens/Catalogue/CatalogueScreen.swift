import Canvas
import Procurement
import Text
import Validation

extension ScreenName {
  static let catalogue = ScreenName("catalogue")
}

/// The programme: its clusters, categories and services.
struct CatalogueScreen: Screen {
  typealias State = CatalogueList

  static let name = ScreenName.catalogue
  let title = "programme"
  let context = Context.browse
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showBrowse, "browse the programme", "2", "Catalogue", "Cat")
  let isAboutPlan = false

  func initialState(for programme: Programme) -> CatalogueList { CatalogueList(programme) }

  func count(in program: WorkbenchProgram) -> Int { program.catalogue.rows.count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    CatalogueView(program).title(of: program.catalogue.rows[row])
  }

  func emptyWords(in program: WorkbenchProgram) -> String {
    "nothing fits the filter; `show-all` shows all"
  }

  func details(in program: WorkbenchProgram) -> [String] {
    CatalogueView(program).details.all
  }

  // MARK: Filters

  func filterHelp(in program: WorkbenchProgram) -> [String] {
    ["any words: of a service, a cluster"]
  }

  func filterText(in program: WorkbenchProgram) -> String { program.catalogue.filter }

  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {
    program.catalogue.show(text)
  }

  func showAll(in program: inout WorkbenchProgram) {
    if program.catalogue.filter.isEmpty { program.leavePast() } else { program.catalogue.show("") }
  }

  func rowStates(in program: WorkbenchProgram) -> [String] {
    let filter = program.catalogue.filter
    return filter.isEmpty ? [] : [shownFilter(filter)]
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    CatalogueView(program).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    CatalogueView(program).drawDetail(on: &canvas, layout)
  }
}

extension CatalogueList: ScreenState {}

extension WorkbenchProgram {
  /// The rows of the programme.
  var catalogue: CatalogueList {
    get { self[CatalogueScreen.self] }
    set { self[CatalogueScreen.self] = newValue }
  }

  /// Explains what is focused of the programme.
  mutating func explainCatalogue() {
    if let row = catalogue.row {
      panes.push(ExplanationPane(row, in: CatalogueView(self)))
    }
    reveal()
  }

  /// Adds the focused service to the plan.
  mutating func addFocusedService() {
    guard let service = catalogue.service else { return }
    let line = assessment.newLine(
      for: assessment.index.programme.services[service], id: newLineID)
    let end = plan.lines.count
    carryOut("adding \(line.id)", [.insert(line, at: end)], focusing: end)
  }

  /// Moves the trust to the focused cluster.
  mutating func takeCluster() {
    guard let place = catalogue.cluster else { return }
    let cluster = assessment.index.programme.clusters[place]
    var header = plan.header
    header.trust.cluster = cluster.id
    guard header != plan.header else { return }
    changeCluster(to: cluster.id, [.header(from: plan.header, to: header)])
  }
}
