/// The kind of cost that a fund pays.
enum Pays: String {
  case capital, revenue, either
}

/// A fund of a trust, and the amounts that lines draw from it.
struct FundSketch {
  let id: [UInt8]
  let pays: Pays
  /// Pence by year.
  var wanted = [0, 0, 0]
}

/// A trust, with the lines that it plans.
struct TrustSketch {
  let code: [UInt8]
  let cluster: Int
  var lines = 0
  /// The core services that it plans.
  var core: [[UInt8]] = []
  var plansBasic = true
  var plansEntire = true
  var funds: [FundSketch] = []
  /// The indices of its groups.
  var groups: [Int] = []

  var lsp: Int { Vocabulary.clusters[cluster].lsp }
}

/// A national group: trusts that buy together.
struct GroupSketch {
  let id: [UInt8]
  /// The index of the LSP whose facility it uses; nil for another supplier's.
  let lsp: Int?
  let facility: [UInt8]
  var members: [Int] = []
}

/// A line's cells, without the money.
struct LineSketch {
  var service = Vocabulary.none
  var pacs = Vocabulary.none
  var need = Vocabulary.new
  var route = Vocabulary.none
  var supplier = Vocabulary.none
  var group = Vocabulary.none
  var interoperable = Vocabulary.none
  var justification = Vocabulary.none
  var spine = Vocabulary.none
  var description = Vocabulary.none
  /// The programme would pay for it.
  var isForProgramme = false
}
