import Canvas
import Procurement
import Text
import Validation

/// The programme: clusters with their LSPs, categories with their services, and under them what
/// the focused one allows.
struct CatalogueView {
  private let list: CatalogueList
  private let keymap: Keymap
  private let assessment: Assessment
  private var programme: Programme { assessment.index.programme }
  private var plan: Plan { assessment.plan }

  init(_ workbench: WorkbenchProgram) {
    list = workbench.catalogue
    keymap = workbench.keymap
    assessment = workbench.assessment
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    if let heading = layout.heading {
      canvas.write(programme.title, at: Position(row: heading, column: 3), role: .heading)
    }
    if list.rows.isEmpty {
      canvas.cursor = Position(row: layout.list.lowerBound, column: 0)
    }
    for (place, row) in zip(list.focus.top..<list.rows.count, layout.list) {
      if place == list.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(list.rows[place], row: row, on: &canvas)
    }
  }

  private func draw(_ entry: CatalogueList.Row, row: Int, on canvas: inout Canvas) {
    let place = Position(row: row, column: 3)
    switch entry {
    case .heading(let text): canvas.write(text, at: place, role: .heading)
    case .cluster(let index):
      let cluster = programme.clusters[index]
      let isOwn = cluster.id == plan.header.trust.cluster
      if isOwn { canvas.write("*", at: Position(row: row, column: 1)) }
      canvas.write(cluster.name, at: Position(row: row, column: 5), width: 28)
      canvas.write(
        programme.provider(cluster.lsp)?.name ?? cluster.lsp, at: Position(row: row, column: 34))
    case .category(let index):
      canvas.write(title(of: programme.categories[index], at: index), at: place, role: .heading)
    case .service(let index):
      let service = programme.services[index]
      let count = assessment.lineCount(ofService: index)
      if count > 0 { canvas.write("\(count)", at: Position(row: row, column: 1)) }
      canvas.write(service.label, at: Position(row: row, column: 5))
    }
  }

  private func title(of category: Procurement.Category, at index: Int) -> String {
    let listed = programme.services.count { $0.category == index }
    let stated = category.statedBundles.map { ": \($0) bundles stated, \(listed) services listed" }
    return category.name + (stated ?? "")
  }

  /// A row in words.
  func title(of row: CatalogueList.Row) -> String {
    switch row {
    case .heading(let text): text
    case .cluster(let index):
      "cluster \(programme.clusters[index].name), LSP "
        + TermNames(programme, .empty).supplier(programme.clusters[index].lsp)
    case .category(let index): title(of: programme.categories[index], at: index)
    case .service(let index): programme.services[index].label
    }
  }

  // MARK: Details

  /// What there is to say of the focused row in few words.
  var details: CatalogueDetails { CatalogueDetails(list.row, assessment, keymap) }

  /// Draws as much of it as fits, and how to read the rest.
  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    let rows = details.summary.flatMap { text, role in
      text.wrapped(columns: layout.size.columns, hanging: 2).map { ($0, role) }
    }
    let fits = rows.count <= layout.detail.count
    for ((text, role), row) in zip(rows, layout.detail.dropLast(fits ? 0 : 1)) {
      canvas.write(text, at: Position(row: row, column: 0), role: role)
    }
    guard !fits, let last = layout.detail.last else { return }
    let left = rows.count - layout.detail.count + 1
    canvas.write(
      "… \(counted(left, "more row")): \(keymap.mention(.explain, in: .browse)) shows all",
      at: Position(row: last, column: 0), role: .hint)
  }
}
