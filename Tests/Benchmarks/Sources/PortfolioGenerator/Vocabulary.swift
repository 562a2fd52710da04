/// The programme's identifiers and other texts, as cells of a table.
enum Vocabulary {
  /// A region, its LSP, and its number of trusts out of 270.
  struct Cluster {
    let id: [UInt8]
    let lsp: Int
    let share: Int
  }

  static let none: [UInt8] = []

  static let clusters = [
    Cluster(id: Array("london".utf8), lsp: 0, share: 48),
    Cluster(id: Array("north-east".utf8), lsp: 1, share: 35),
    Cluster(id: Array("eastern".utf8), lsp: 1, share: 47),
    Cluster(id: Array("north-west-west-midlands".utf8), lsp: 2, share: 72),
    Cluster(id: Array("southern".utf8), lsp: 3, share: 68),
  ]

  /// The spellings of each LSP; the first is its id.
  static let lsps = [
    ["bt", "BT", "Bt"], ["accenture", "Accenture", "ACCENTURE"], ["csc", "CSC", "Csc"],
    ["fujitsu", "Fujitsu", "FUJITSU"],
  ].map(cells)

  static let core = cells(
    [
      "patient-records", "assessments-pathways", "care-delivery", "scheduling", "e-booking",
      "order-communications", "e-prescribing", "knowledge", "maternity", "emergency", "surgery",
      "primary-care", "ambulance", "support-services", "prevention-existing", "clinical-support",
      "connectivity", "secondary-uses", "gp-alternatives",
    ].map { "core.\($0)" })

  /// Without PACS.
  static let additional = cells(
    [
      "radiology-laboratory", "pharmacy-stock", "e-booking-primary-care", "decision-support",
      "document-management", "social-care", "dental", "telemedicine", "helpdesk",
      "operational-it", "prevention-new", "business-change", "payments", "project-management",
      "supplier-management", "change-management", "benefits", "training",
    ].map { "additional.\($0)" })

  static let pacs = Array("additional.pacs".utf8)
  static let future = Array("future".utf8)
  static let unknown = cells(["core.telepathy", "additional.printing", "additional.pac", "misc"])

  static let basic = Array("basic".utf8)
  static let features = Array("features".utf8)
  static let entire = Array("entire".utf8)

  static let new = Array("new".utf8)
  static let retain = Array("retain".utf8)

  static let programme = Array("programme".utf8)
  static let calloff = Array("calloff".utf8)
  static let open = Array("open".utf8)
  static let routes = [programme, calloff, open]

  static let yes = Array("true".utf8)
  static let no = Array("false".utf8)

  static let years = cells(["2004-05", "2005-06", "2006-07"])

  /// Third parties, a few with names that need quotes in a table.
  static let suppliers = cells(
    ["In-house", "Acme Health", "Smith, Jones and Partners", "Papertrail \"Records\" Ltd"]
      + [
        "Northern", "Southern", "Thames", "Pennine", "Severn", "Mercia", "Wessex", "Albion",
        "Cathedral", "Meridian", "Harbour", "Castle", "Abbey", "Granite",
      ]
      .flatMap { place in
        [
          "Systems", "Imaging", "Labworks", "Informatics", "Media", "Health", "Software", "Data",
          "Clinical", "Networks", "Records", "Solutions", "Technology", "Consulting",
        ]
        .map { "\(place) \($0)" }
      })

  /// Descriptions that do not resemble a listed service.
  static let descriptions = cells(
    [
      "Bedside entertainment", "Nurse call", "Car park barriers", "Staff lockers",
      "Digital signage", "Visitor wifi", "Linen tracking", "Waste weighing", "Vending machines",
      "Pneumatic tubes", "Door access cards", "Energy metering", "Lone worker alarms",
      "Wheelchair tracking", "Hearing loops", "Meal ordering tablets", "Fridge thermometers",
      "Boiler controls", "Helipad lighting", "Baby tagging", "Chapel organ", "Kitchen robots",
      "Window blinds", "Pager masts", "Corridor cameras", "Voice dictation", "Floor plans",
      "Gift shop tills", "Lift monitoring", "Radio handsets",
    ])

  static let blankText = Array("   ".utf8)

  static let causes = [
    "The LSP's offer cannot take the installed modalities",
    "Cardiology needs a viewer that is not yet on offer",
    "The lease of the present archive ends and cannot be renewed",
    "Two sites share one \"federated\" archive with a neighbour",
    "The board has approved the case, and the supplier is installed",
  ]
  static let dates = ["before 2006", "this year", "before the new wing opens", "for two years"]
  /// Justifications for an entire PACS from another supplier, about 60 characters each.
  static let justifications = cells(
    causes.flatMap { cause in
      dates.flatMap { date in (1...40).map { "\(cause) \(date); see minute \($0)." } }
    })

  static func cells(_ texts: [String]) -> [[UInt8]] { texts.map(Row.cell) }
}
