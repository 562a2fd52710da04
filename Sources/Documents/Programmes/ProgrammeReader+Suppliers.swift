internal import Procurement

/// Reads providers, clusters, routes and PACS options.
extension ProgrammeReader {
  var provider: Reading<Provider> {
    .mapping("provider") { [providers] reader in
      let id = reader.required("id", .identifier().named(in: providers))
      let name = reader.required("name", .word)
      let aliases = reader.optional("aliases", .list(of: .word), default: [])
      guard let id, let name else { return nil }
      return Provider(id: id, name: name, aliases: aliases)
    }
  }

  var cluster: Reading<Cluster> {
    .mapping("cluster") { [self] reader in
      let id = reader.required("id", .identifier().named(in: clusters))
      let name = reader.required("name", .word)
      let lsp = reader.required("lsp", .mention(of: providers))
      let regions = reader.optional("regions", .list(of: .word), default: [])
      let regionCodes = reader.optional("region_codes", .list(of: regionCode), default: [])
      let value = reader.optional("contract_value", .money)
      let source = reader.optional("source", .mention(of: sources))
      let authorities = reader.optional("authorities", .list(of: authority), default: [])
      let authoritiesSource = reader.optional("authorities_source", .mention(of: sources))
      guard let id, let name, let lsp else { return nil }
      return Cluster(
        id: id, name: name, lsp: lsp, regions: regions, regionCodes: regionCodes,
        authorities: authorities, contractValue: value, source: source,
        authoritiesSource: authoritiesSource)
    }
  }

  /// The code of a region, which must be in one cluster only.
  private var regionCode: Reading<String> {
    .word.checked { text, _ in
      isRegionCode(text)
        ? nil : "\(quoted(text)) is not a region code; write one capital letter, such as `H`"
    }.named(in: regionCodes)
  }

  private var authority: Reading<Cluster.Authority> {
    .mapping("authority") { [authorities] reader in
      let code = reader.required("code", .word.named(in: authorities))
      let name = reader.required("name", .word)
      guard let code, let name else { return nil }
      return Cluster.Authority(code: code, name: name)
    }
  }

  var route: Reading<RouteTerms> {
    .mapping("route") { [self] reader in
      let route = reader.required(
        "route", .choice("route").named(in: routes) { (route: Route) in route.rawValue })
      let meaning = reader.required("meaning", .word)
      if route == nil { isOutlined = false }
      guard let route, let meaning else { return nil }
      return RouteTerms(route: route, meaning: meaning)
    }
  }

  var option: Reading<PACSOptionTerms> {
    .mapping("PACS option") { [self] reader in
      let option = reader.required(
        "option",
        .choice("PACS option").named(in: options) { (option: PACSOption) in option.rawValue })
      let meaning = reader.required("meaning", .word)
      if option == nil { isOutlined = false }
      guard let option, let meaning else { return nil }
      return PACSOptionTerms(option: option, meaning: meaning)
    }
  }
}
