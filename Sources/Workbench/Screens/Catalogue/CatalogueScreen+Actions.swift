import Interaction

extension Context {
  /// The programme's clusters, categories and services.
  public static let browse = Context("browse", "browsing the programme")
}

extension CatalogueScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "take the cluster for the trust", [.enter], in: [.browse])
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
              ? "this is no service; move to one and press \(program.mention(.addService)) again"
              : nil)
        }
        .does { $0.addFocusedService() },
      ActionEntry(
        .explain, "read in full what the programme says, and where", [.character("x")],
        in: [.browse]
      )
      .does { $0.explainCatalogue() },
      ActionEntry(.filter, "show only services with a text", [.character("/")], in: [.browse])
        .hinted("filter").does { $0.openFilter() },
      ActionEntry(.showAll, "show all again", [.escape], in: [.browse])
        .unless { $0.nothingToClear }.does { $0.showAll() },
    ]
  }
}
