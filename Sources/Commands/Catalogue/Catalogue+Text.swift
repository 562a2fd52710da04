import Procurement
import Text

/// The catalogue for people.
extension Catalogue {
  /// The catalogue as text of a width.
  func text(columns: Int, in ink: Ink, withClusters: Bool) -> String {
    let title = ink.strong(VisibleText.safe(programme.title)) + "\n"
    let parts =
      [title] + (withClusters ? [clusters(columns, ink)] : [])
      + categories.map { text(ofCategory: $0, columns, ink) }
      + (withClusters ? [figures(columns, ink)].compactMap(\.self) : [])
    return parts.joined(separator: "\n")
  }

  private func clusters(_ columns: Int, _ ink: Ink) -> String {
    let prose = Paragraph(indent: 2, hanging: 4, width: columns)
    return ink.strong("Clusters\n") + programme.clusters.map { text(of: $0, prose) }.joined()
      + doubtfulSources.map { source in
        prose.lines(of: "\(source.confidence.rawValue): \(source.title)")
      }.joined() + clauses(programme.clauses(on: .clusters), indent: 2, columns)
  }

  /// Sources of unconfirmed facts about clusters.
  private var doubtfulSources: [Source] {
    let cited = Set(programme.clusters.flatMap { [$0.source, $0.authoritiesSource] })
    return programme.sources.filter { $0.confidence != .confirmed && cited.contains($0.id) }
  }

  private func text(of cluster: Cluster, _ prose: Paragraph) -> String {
    let lsp = programme.provider(cluster.lsp)?.name ?? cluster.lsp
    var lines = [
      "\(cluster.id): \(cluster.name), served by \(lsp) (`\(cluster.lsp)`)"
    ]
    if !cluster.regions.isEmpty {
      lines.append("regions: \(cluster.regions.joined(separator: ", "))")
    }
    if let value = cluster.contractValue {
      lines.append("contract: £\(value.grouped)\(doubt(cluster.source))")
    }
    if !cluster.authorities.isEmpty {
      let authorities = cluster.authorities.map { "\($0.name) (\($0.code))" }
      lines.append(
        "strategic health authorities\(doubt(cluster.authoritiesSource)): "
          + authorities.joined(separator: ", "))
    }
    return prose.lines(of: lines[0])
      + lines.dropFirst().map { line in
        Paragraph(indent: 4, hanging: 6, width: prose.width).lines(of: line)
      }.joined()
  }

  /// A remark on a fact whose source is not confirmed.
  private func doubt(_ source: String?) -> String {
    switch source.flatMap(programme.source)?.confidence {
    case .unconfirmed: " (unconfirmed)"
    case .derived: " (derived)"
    case .confirmed, nil: ""
    }
  }

  private func text(ofCategory index: Int, _ columns: Int, _ ink: Ink) -> String {
    let category = programme.categories[index]
    let prose = Paragraph(indent: 2, hanging: 4, width: columns)
    let listed = listedServices(of: index)
    let stated = category.statedBundles.map { "\(counted($0, "bundle")) stated, " } ?? ""
    let heading = VisibleText.safe("\(category.name) (\(category.id))")
    var text = ink.strong(heading) + "\n"
    text += prose.lines(of: category.meaning)
    text += prose.lines(
      of: category.isUnlisted
        ? "no list: a line describes what it buys"
        : "\(stated)\(counted(listed.count, "service")) listed")
    text += terms(programme.decisions(on: .category(index)), indent: 2, columns)
    text += clauses(programme.clauses(on: .category(index)), indent: 2, columns)
    if !listed.isEmpty {
      text += prose.lines(of: "services:")
      text += listed.map { self.text(ofService: $0, columns) }.joined()
    }
    return text
  }

  /// A service, and what it has beside the terms and clauses of its category.
  private func text(ofService index: Int, _ columns: Int) -> String {
    let service = programme.services[index]
    let inner = Paragraph(indent: 6, hanging: 8, width: columns)
    let options = service.hasPACSOptions ? programme.pacsOptions : []
    return Paragraph(indent: 4, hanging: 6, width: columns)
      .lines(of: "\(service.id): \(service.label)")
      + options.map { inner.lines(of: "`\($0.option.rawValue)`: \($0.meaning)") }.joined()
      + terms(additions(to: index, programme.decisions(on:)), indent: 6, columns)
      + clauses(additions(to: index, programme.clauses(on:)), indent: 6, columns)
  }

  private func terms(_ decisions: [Decision], indent: Int, _ columns: Int) -> String {
    guard !decisions.isEmpty else { return "" }
    let inner = Paragraph(indent: indent + 2, hanging: indent + 4, width: columns)
    return Paragraph(indent: indent, width: columns).lines(of: "what it allows:")
      + decisions.map { inner.lines(of: $0.words) }.joined()
  }

  /// Clauses below the questions that they answer.
  private func clauses(_ clauses: [Clause], indent: Int, _ columns: Int) -> String {
    let inner = Paragraph(indent: indent + 2, hanging: indent + 4, width: columns)
    var text = ""
    var topics: [Clause.Topic]?
    for clause in clauses {
      if clause.topics != topics {
        topics = clause.topics
        text += Paragraph(indent: indent, width: columns)
          .lines(of: "\(clause.topicWords ?? "what else the source says"):")
      }
      text += inner.lines(of: "\(clause.citation): \(clause.text)")
    }
    return text
  }

  private func figures(_ columns: Int, _ ink: Ink) -> String? {
    guard !programme.figures.isEmpty else { return nil }
    let prose = Paragraph(indent: 2, hanging: 4, width: columns)
    return ink.strong("National figures\n")
      + programme.figures.map { figure in
        let year = figure.year.map { ", \($0)" } ?? ""
        let source = programme.source(figure.source)
        return prose.lines(
          of: "£\(figure.money.grouped)\(year)\(doubt(figure.source)): \(figure.meaning)")
          + prose.lines(of: "source: \(source?.title ?? figure.source)")
      }.joined()
  }
}
