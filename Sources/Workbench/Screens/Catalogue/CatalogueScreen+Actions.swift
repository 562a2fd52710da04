import Interaction

extension Context {
  /// The programme's clusters, categories and services.
  public static let browse = Context("browse", "browsing the programme")
}

extension CatalogueScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(
        .open, "read what the programme says of the row, with its sources", [.enter],
        in: [.browse]
      )
      .does { $0.explainCatalogue() },
      ActionEntry(
        .chooseRegion, "make the region (cluster) the trust's", [.character("r")], in: [.browse]
      )
      .hinted("region")
      .unless { program in
        program.reasonNotToChange
          ?? (program.catalogue.cluster == nil
            ? "not a region; move to one and press \(program.mention(.chooseRegion)) again" : nil)
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
      ActionTable.wayBack(in: [.browse]),
    ]
  }
}
