import ArgumentParser
import Documents
import Procurement
import Text

/// `calloff catalogue`: lists clusters, their LSPs, and services with their terms and clauses.
struct CatalogueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List clusters, LSPs and services: who may supply, by which routes, and who pays.")

  /// The formats of the catalogue.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "List only this category.")
  var category: String?

  @Option(help: "The format: text or json.")
  var format = Format.text

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let programme = try shared.programme(in: surroundings)
    let ids = programme.categories.map(\.id)
    if let category, !ids.contains(category) { throw .unknownCategory(category, known: ids) }
    let catalogue = Catalogue(
      programme: programme,
      categories: ids.indices.filter { category == nil || ids[$0] == category })
    return switch format {
    case .text:
      Outcome(
        data: catalogue.text(
          columns: surroundings.columns, in: surroundings.ink, withClusters: category == nil))
    case .json: Outcome(data: catalogue.json.document)
    }
  }
}
