/// A plan document that uses every key once.
let sampleDocument = """
  calloff: 1
  title: Order communications and imaging, 2004-07
  trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
  years: [2004-05, 2005-06, 2006-07]
  funds:
    - {id: capital, name: Block capital, pays: capital, available: {2004-05: 250000, 2005-06: 100000}}
    - {id: running, name: IM&T revenue, pays: revenue, available: {2005-06: 40000.50}}
  groups:
    - {id: thames-imaging, name: Thames imaging group, facility: fujitsu, members: [RXX, RYY]}
  lines:
    - id: L1
      service: core.order-communications
      route: programme
      supplier: bt
      cost: {capital: {2004-05: 120000}, revenue: {2005-06: 30000}}
    - id: L2
      service: core.maternity
      need: retain
      supplier: In-house
      spine_connected: true
      cost: {revenue: {2004-05: 8000}}
      funds: [running]
    - id: L3
      service: additional.pacs
      pacs: entire
      route: calloff
      supplier: Acme Imaging
      group: thames-imaging
      crs_interoperable: false
      justification: The LSP's offer cannot take the installed modalities before 2006.
      cost: {capital: {2004-05: 200000, 2005-06: 90000}}
      funds: [capital, running]
    - id: L4
      service: future
      route: open
      supplier: Example Media
      description: Bedside entertainment
      cost: {revenue: {2005-06: 12000}}
      notes: free text
      waivers: [{code: F101, reason: "A gift: it comes in May", date: 2004-11-02}]

  """

/// The clusters of the programme that the tests read plans for.
let sampleClusters = ["london", "eastern"]

/// A plan with only its details, to which tests add lists.
let emptyDocument = """
  calloff: 1
  title: t
  trust: {code: RXX, name: Name, kind: acute, cluster: london}
  years: [2004-05]

  """
