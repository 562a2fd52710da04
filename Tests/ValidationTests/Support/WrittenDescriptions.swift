import PlanGenerators

/// Descriptions as analysts write them, and the listed service that each means.
struct WrittenDescription: Hashable, Sendable {
  var text: String
  /// The id of the service; nil where it is none that is listed.
  var service: String?

  /// From the issue that asked for recognition.
  static let given = read(
    """
    core.patient-records: PAS; PAS replacement; patient administration system; EPR; \
      electronic patient record; clinic letters; master patient index; clinical noting; \
      discharge letters to GPs
    core.assessments-pathways: single assessment process; care pathway software; \
      nursing assessments on screen
    core.care-delivery: bed management system; ADT system; community caseload system; \
      waiting list management
    core.scheduling: outpatient appointment scheduling; patient transport booking; \
      clinic scheduling
    core.e-booking: choose and book for hospital clinics; electronic booking
    core.order-communications: order comms; CPOE; results reporting; \
      test requesting from wards
    core.e-prescribing: EPMA; e-prescribing; electronic prescribing for the renal unit; \
      prescribing and medicines administration
    core.knowledge: online library; clinical knowledge base
    core.maternity: maternity information system; midwifery records
    core.emergency: A&E system; A and E tracking system; out-of-hours GP system; \
      emergency department system
    core.surgery: theatre management system; ICU system; ITU charting; critical care records
    core.primary-care: GP system; GP practice system
    core.ambulance: ambulance link to A&E; ambulance control link
    core.support-services: data quality tool; interface engine; \
      disaster recovery for clinical systems
    core.prevention-existing: child health system; breast screening system
    core.connectivity: spine connection; messaging to the spine
    core.secondary-uses: data warehouse; clinical coding; commissioning data extracts
    additional.radiology-laboratory: RIS; radiology information system; LIMS; \
      pathology system; blood bank system
    additional.pharmacy-stock: pharmacy system; pharmacy stock control; \
      dispensary stock system
    additional.pacs: PACS; digital image archive; picture archiving
    additional.e-booking-primary-care: booking appointments into GP surgeries; \
      e-booking of GP appointments
    additional.decision-support: expert system for antibiotics; advanced decision support
    additional.document-management: document management; scanning of case notes; EDM
    additional.social-care: social services system
    additional.dental: dental system
    additional.telemedicine: telemedicine; telehealth pilot; video consultations
    additional.helpdesk: IT helpdesk; service desk
    additional.operational-it: servers; PC replacement; network switches; desktop support
    additional.prevention-new: diabetes register; retinal screening system
    additional.business-change: implementation support; process redesign
    additional.payments: electronic payments
    additional.project-management: project office; programme manager
    additional.supplier-management: contract and supplier management
    additional.change-management: change management
    additional.benefits: benefits tracking
    additional.training: staff training; user training for order comms
    none: maternity ward televisions; ambulance fuel cards; theatre lighting; \
      radiology waiting-room chairs; staff rota scheduling; training-room furniture; \
      bedside entertainment; catering tills; car park barriers; laundry tags; payroll; \
      smart card printers; robot porters; library shelving; laboratory coats; dental chairs; \
      emergency lighting; x-ray film; ambulance livery; ward curtains; nurse call buttons; \
      patient wristband printers; catering for board meetings; pharmacy fridges; \
      water coolers; cleaning contract; uniforms for midwives; vehicle tracking for vans; \
      queue tickets; energy meters
    """)

  /// Written before the synonyms were, to see what the synonyms leave out.
  static let further = read(
    """
    core.patient-records: Master patient index upgrade; New PAS for the community hospitals; \
      Clinic letters to GPs; EPR programme, phase 2; Electronic clinical noting on the wards; \
      Electronic health record pilot; Patient admin system; Casenote tracking; \
      Demographics and registration module; Patient letters
    core.assessments-pathways: Stroke integrated care pathway software; \
      SAP tool for older people's assessments; ICP software; Nursing care plans
    core.care-delivery: Electronic bed management board; \
      Admission, discharge and transfer (ADT) module; District nursing caseload system; \
      Bed bureau system; In-patient and day case waiting lists; Community nursing records
    core.scheduling: Outpatient clinic appointment scheduling; \
      Non-emergency patient transport bookings; Appointments diary; Clinic scheduler
    core.e-booking: Choose & Book integration; On-line booking of outpatient clinics; \
      E-referrals
    core.order-communications: Requesting of tests from the wards; \
      Results browser for clinicians; Electronic requesting; Lab results on wards
    core.e-prescribing: EPMA; Electronic transmission of prescriptions (ETP); \
      Medicines administration charts, electronic; Inpatient eprescribing; Drug chart software
    core.knowledge: E-journals subscription; Online journals; Clinical library portal
    core.maternity: Obstetric database; Midwives' antenatal booking software; \
      Maternity information system; Neonatal unit records
    core.emergency: A&E tracking system; GP out of hours call handling software; \
      Casualty computer system; Accident & Emergency module; Out-of-hours GP cover system
    core.surgery: ITU clinical information system; Replacement of ORMIS theatre system; \
      Operating theatres system; Intensive care charting; Anaesthetic records
    core.primary-care: GP practice clinical system; Practice systems for GPs; \
      General practice computing
    core.ambulance: Ambulance CAD link to A&E; Ambulance service data link
    core.support-services: Integration engine; System interfaces and integration; \
      Data quality tool
    core.prevention-existing: Cervical cytology call and recall; \
      Childhood immunisation register; Vaccination records; Cervical smear recall
    core.connectivity: HL7 messaging to the Spine; N3 connection; Smart cards; Spine link
    core.secondary-uses: SUS submission tool; Reporting for commissioners; HRG grouper
    additional.radiology-laboratory: RIS; Blood transfusion laboratory module; \
      Haematology analyser interface; Histopathology reporting; Radiology system upgrade
    additional.pharmacy-stock: Pharmacy robot stock system; Ward drug stock control; \
      Pharmacy computer
    additional.pacs: Digital X-ray archive; Picture archive; Filmless radiology
    additional.e-booking-primary-care: GP appointments booked online by patients; \
      Online booking for GP appointments
    additional.decision-support: Expert system for diagnosis; \
      Advanced clinical decision support
    additional.document-management: EDRMS; Scanning of case notes; Electronic document store; \
      Medical records scanning bureau
    additional.social-care: Social services case management software; \
      Social worker case records
    additional.dental: Dental clinic records package; Orthodontic records
    additional.telemedicine: Teledermatology; Tele-radiology; Home telecare monitoring
    additional.helpdesk: IT service desk tool; IT help desk
    additional.operational-it: Network and server refresh; LAN upgrade; PCs and printers; \
      Wireless network
    additional.prevention-new: Diabetes disease register; COPD monitoring programme
    additional.business-change: Process redesign consultants; Business process re-engineering; \
      Implementation consultancy
    additional.payments: BACS payments software; Payment of invoices
    additional.project-management: PRINCE2 project office; Programme office
    additional.supplier-management: Vendor management; Contract manager
    additional.benefits: Benefits tracking tool; Realisation of benefits
    none: Patient lounge furniture; Maternity ward refurbishment; \
      Theatre lighting replacement; Pharmacy shelving; X-ray room lead lining; \
      Ambulance vehicle livery; Dental chairs; Training room projector; \
      Staff car park permit system; Catering menu software; Payroll system; \
      E-rostering for nurses; Telephone switchboard replacement; \
      CCTV cameras for the A&E entrance; Hospital radio; Linen and laundry tracking system; \
      Library shelving; Appointment cards, printing; Building management system; \
      Recruitment of project nurses; Blood pressure monitors; Bedside television; \
      Ward kitchens; Theatre gowns; Cleaning of clinics; Radiology gowns and aprons; \
      Pharmacy delivery van; Bed mattresses; GP surgery signage; A&E car park; \
      Ambulance station heating; Records store shelving; Letter franking machine; \
      Prescription pads; Appointment letter envelopes; X-ray film envelopes; \
      Midwives' lease cars; Nurse call system; Baby tagging; Fire alarm system; \
      Door access system; Time and attendance; Office chairs for the project team; \
      Staff lockers; Patients' meals ordering; Fleet management; Switchboard and bleeps; \
      Blood fridges; Computer desks; Critical care beds; Clinic reception refurbishment; \
      Health and safety posters; Clinical waste; Screening curtains
    core.clinical-support: Clinical support tool
    core.gp-alternatives: Second choice of GP system
    additional.change-management: Organisational change
    additional.training: Training of nurses in IT
    """)

  private static func read(_ text: String) -> [WrittenDescription] {
    text.split(separator: "\n").flatMap { row in
      let parts = row.split(separator: ":", maxSplits: 1).map(String.init)
      return parts[1].split(separator: ";").map { text in
        WrittenDescription(
          text: String(text.drop(while: { $0 == " " })),
          service: parts[0] == "none" ? nil : parts[0])
      }
    }
  }
}
