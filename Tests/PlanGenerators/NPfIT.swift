/// The identifiers of the national programme.
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

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
