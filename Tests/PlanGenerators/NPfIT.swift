package import Procurement

/// The national programme, copied from the contract.
package enum NPfIT {
  package static let core = words(
    """
    core.patient-records core.assessments-pathways core.care-delivery core.scheduling \
    core.e-booking core.order-communications core.e-prescribing core.knowledge core.maternity \
    core.emergency core.surgery core.primary-care core.ambulance core.support-services \
    core.prevention-existing core.clinical-support core.connectivity core.secondary-uses \
    core.gp-alternatives
    """)
  package static let additional = words(
    """
    additional.radiology-laboratory additional.pharmacy-stock additional.pacs \
    additional.e-booking-primary-care additional.decision-support additional.document-management \
    additional.social-care additional.dental additional.telemedicine additional.helpdesk \
    additional.operational-it additional.prevention-new additional.business-change \
    additional.payments additional.project-management additional.supplier-management \
    additional.change-management additional.benefits additional.training
    """)
  package static let pacs = "additional.pacs"
  package static let future = "future"
  package static let clusters = [
    "london", "north-east", "eastern", "north-west-west-midlands", "southern",
  ]
  package static let lsps = ["bt", "accenture", "csc", "fujitsu"]

  /// The LSP of a cluster.
  package static func lsp(of cluster: String) -> String? {
    switch cluster {
    case "london": "bt"
    case "north-east", "eastern": "accenture"
    case "north-west-west-midlands": "csc"
    case "southern": "fujitsu"
    default: nil
    }
  }

  /// The id, name and aliases of each LSP.
  package static let names = [
    "bt": ["bt", "BT", "British Telecom"],
    "accenture": ["accenture", "Accenture", "Accenture plc"],
    "csc": ["csc", "CSC", "Computer Sciences Corporation"],
    "fujitsu": ["fujitsu", "Fujitsu", "Fujitsu Services"],
  ]

  /// Which kinds of trust should plan which core services (C103).
  package static let expected: [(kinds: Set<Trust.Kind>, services: [String])] = [
    (
      Set(Trust.Kind.allCases),
      core("patient-records knowledge support-services connectivity secondary-uses")
    ),
    (
      Set(Trust.Kind.allCases).subtracting([.ambulance]),
      core(
        """
        assessments-pathways care-delivery scheduling e-booking order-communications \
        e-prescribing clinical-support
        """)
    ),
    ([.acute], core("surgery")),
    ([.acute, .primaryCare], core("emergency")),
    ([.acute, .primaryCare, .care], core("maternity prevention-existing")),
    ([.primaryCare, .care], core("primary-care")),
    ([.acute, .ambulance], core("ambulance")),
  ]

  /// Two services of which a plan needs only one.
  package static let alternatives = ["core.primary-care", "core.gp-alternatives"]

  /// Services that count as local work (C106).
  package static let localWork = words(
    """
    additional.business-change additional.project-management additional.change-management \
    additional.benefits additional.training
    """)

  private static func core(_ text: String) -> [String] { words(text).map { "core.\($0)" } }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
