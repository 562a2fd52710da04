/// Generates the lines of a trust: most have no errors, and every error is on some.
struct LineWriter {
  let trust: TrustSketch
  let groups: [GroupSketch]

  /// A line without its money.
  func sketch(_ chance: inout SplitMix64) -> LineSketch {
    var line: LineSketch
    switch chance.below(1_000) {
    case ..<400: line = core(&chance)
    case ..<660: line = additional(&chance)
    case ..<700: line = imaging(&chance)
    case ..<994: line = future(&chance)
    default:
      line = additional(&chance)
      line.service = chance.pick(Vocabulary.unknown)
    }
    // An option without effect, and blank text in place of none.
    if chance.chance(4) { line.pacs = chance.pick([Vocabulary.basic, Vocabulary.entire]) }
    return line
  }

  // MARK: Categories

  private func core(_ chance: inout SplitMix64) -> LineSketch {
    var line = LineSketch()
    line.service = chance.pick(trust.core)
    if chance.chance(250) {
      line.need = Vocabulary.retain
      line.supplier = chance.chance(700) ? chance.pick(Vocabulary.suppliers) : Vocabulary.none
      line.route = chance.chance(80) ? chance.pick(Vocabulary.routes) : Vocabulary.none
      line.spine =
        chance.chance(880) ? Vocabulary.yes : chance.pick([Vocabulary.no, Vocabulary.none])
      return line
    }
    line.route = Vocabulary.programme
    line.supplier = word(for: trust.lsp, &chance)
    line.isForProgramme = true
    switch chance.below(100) {
    case ..<4: line.supplier = chance.pick(Vocabulary.suppliers)
    case ..<6: line.supplier = word(for: chance.below(Vocabulary.lsps.count), &chance)
    case ..<9: line.route = chance.pick([Vocabulary.calloff, Vocabulary.open])
    case ..<11: line.supplier = Vocabulary.none
    case ..<13: line.route = Vocabulary.none
    case ..<14: (line.route, line.supplier) = (Vocabulary.none, Vocabulary.none)
    default: break
    }
    return line
  }

  private func additional(_ chance: inout SplitMix64) -> LineSketch {
    var line = LineSketch()
    line.service = chance.pick(Vocabulary.additional)
    if chance.chance(50) { line.need = Vocabulary.retain }
    buy(&line, &chance)
    return line
  }

  private func imaging(_ chance: inout SplitMix64) -> LineSketch {
    var line = LineSketch()
    line.service = Vocabulary.pacs
    buy(&line, &chance)
    switch chance.below(100) {
    case ..<30 where trust.plansBasic:
      line.pacs = Vocabulary.basic
      guard chance.chance(900) else { break }
      line.route = Vocabulary.programme
      line.supplier = word(for: trust.lsp, &chance)
      line.group = Vocabulary.none
      line.isForProgramme = true
    case 30..<65 where trust.plansEntire:
      line.pacs = Vocabulary.entire
      line.interoperable =
        chance.chance(850) ? Vocabulary.yes : chance.pick([Vocabulary.no, Vocabulary.none])
      line.justification =
        chance.chance(850)
        ? chance.pick(Vocabulary.justifications)
        : chance.pick([Vocabulary.none, Vocabulary.blankText])
    case 95...: break
    default: line.pacs = Vocabulary.features
    }
    return line
  }

  private func future(_ chance: inout SplitMix64) -> LineSketch {
    var line = LineSketch()
    line.service = Vocabulary.future
    line.description =
      chance.chance(980)
      ? chance.pick(Vocabulary.descriptions) : chance.pick([Vocabulary.none, Vocabulary.blankText])
    buy(&line, &chance)
    return line
  }

  // MARK: Buying

  private func buy(_ line: inout LineSketch, _ chance: inout SplitMix64) {
    switch chance.below(100) {
    case ..<30: buyTogether(&line, &chance)
    case ..<94: buyOpenly(&line, &chance)
    case ..<97:
      line.route = Vocabulary.programme
      line.supplier = word(for: trust.lsp, &chance)
    default:
      line.supplier = chance.chance(500) ? chance.pick(Vocabulary.suppliers) : Vocabulary.none
    }
  }

  private func buyOpenly(_ line: inout LineSketch, _ chance: inout SplitMix64) {
    line.route = Vocabulary.open
    switch chance.below(100) {
    case ..<93: line.supplier = chance.pick(Vocabulary.suppliers)
    case ..<97: line.supplier = word(for: chance.below(Vocabulary.lsps.count), &chance)
    default: break
    }
  }

  private func buyTogether(_ line: inout LineSketch, _ chance: inout SplitMix64) {
    line.route = Vocabulary.calloff
    let isMember = !trust.groups.isEmpty && chance.chance(950)
    let group = groups[isMember ? chance.pick(trust.groups) : chance.below(groups.count)]
    line.group = group.id
    line.supplier = group.lsp.map { word(for: $0, &chance) } ?? group.facility
    switch chance.below(100) {
    case ..<2: line.group = Vocabulary.none
    case ..<4: line.group = Array("group-of-old".utf8)
    case ..<6: line.supplier = chance.pick(Vocabulary.suppliers)
    case ..<8: line.supplier = word(for: chance.below(Vocabulary.lsps.count), &chance)
    case ..<11: line.supplier = Vocabulary.none
    default: break
    }
  }

  private func word(for lsp: Int, _ chance: inout SplitMix64) -> [UInt8] {
    let words = Vocabulary.lsps[lsp]
    return chance.chance(900) ? words[0] : chance.pick(words)
  }
}
