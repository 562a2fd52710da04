import Validation

/// What a session is to begin on.
struct SessionRequest {
  /// A plan document, or a plan of the store by its name; nil for the plans of the store.
  let plan: String?
  /// The programme, ready for judging.
  let index: ProgrammeIndex
  /// The store that the session works at.
  let store: StoreWish
}
