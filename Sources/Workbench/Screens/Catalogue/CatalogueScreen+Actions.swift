import Interaction

extension Context {
  /// The programme's clusters, categories and services.
  public static let browse = Context("browse", "browsing the programme")
}

extension CatalogueScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "move the trust to the cluster", [.enter], in: [.browse])
        .hinted("cluster")
        .unless { program in
          program.reasonNotToChange
            ?? (program.catalogue.cluster == nil
              ? "only a cluster can be taken here; \(program.mention(.addService)) adds a service "
                + "to the plan" : nil)
        }
        .does { $0.takeCluster() },
      ActionEntry(.addService, "add the service to the plan", [.character("a")], in: [.browse])
        .hinted("add")
        .unless { program in
          program.reasonNotToChange
            ?? (program.catalogue.service == nil
              ? "not a service; move to one and press \(program.mention(.addService)) again"
              : nil)
        }
        .does { $0.addFocusedService() },
      ActionEntry(
        .explain, "read the programme's rules in full, with their sources", [.character("x")],
        in: [.browse]
      )
      .does { $0.explainCatalogue() },
      ActionEntry(.filter, "filter services by text", [.character("/")], in: [.browse])
        .hinted("filter").does { $0.openFilter() },
      ActionEntry(.showAll, "clear filter and sort", [.escape], in: [.browse])
        .unless { $0.nothingToClear }.does { $0.showAll() },
    ]
  }
}
