/// The columns of a plan's lines as memory, for whoever looks through all of them.
///
/// It is for as long as `LineColumns.withMemory` lasts, and places are not checked: they must be of
/// the plan's lines.
public struct LineMemory {
  /// Services, in `StringTables.services`.
  public let services: UnsafePointer<StringID>
  /// Suppliers, in `StringTables.suppliers`.
  public let suppliers: UnsafePointer<StringID>
  /// Buying groups, in `StringTables.groups`.
  public let groups: UnsafePointer<StringID>
  /// Lists of funds, in `StringTables.fundLists`.
  public let fundLists: UnsafePointer<UInt32>
  /// What lines say without a word.
  public let traits: UnsafePointer<LineTraits>
  /// When amounts fall and of which kind they are.
  public let amountSlots: UnsafePointer<AmountSlot>
  /// How much each amount is, in pence.
  public let amountPence: UnsafePointer<Int64>
  @usableFromInline let amountStarts: UnsafePointer<UInt32>
  @usableFromInline let amountCounts: UnsafePointer<UInt16>

  @inlinable
  init(
    services: UnsafePointer<StringID>, suppliers: UnsafePointer<StringID>,
    groups: UnsafePointer<StringID>, fundLists: UnsafePointer<UInt32>,
    traits: UnsafePointer<LineTraits>, amountSlots: UnsafePointer<AmountSlot>,
    amountPence: UnsafePointer<Int64>, amountStarts: UnsafePointer<UInt32>,
    amountCounts: UnsafePointer<UInt16>
  ) {
    self.services = services
    self.suppliers = suppliers
    self.groups = groups
    self.fundLists = fundLists
    self.traits = traits
    self.amountSlots = amountSlots
    self.amountPence = amountPence
    self.amountStarts = amountStarts
    self.amountCounts = amountCounts
  }

  /// Where a line's amounts stand among all.
  @inlinable
  public func amounts(at place: Int) -> Range<Int> {
    let start = Int(amountStarts[place])
    return Range(uncheckedBounds: (start, start &+ Int(amountCounts[place])))
  }
}

extension LineColumns {
  /// Lends the columns as memory.
  @inlinable
  public func withMemory<Result>(_ body: (LineMemory) -> Result) -> Result {
    services.lend { services in
      suppliers.lend { suppliers in
        groups.lend { groups in
          fundLists.lend { fundLists in
            traits.lend { traits in
              withAmounts { starts, counts, slots, pence in
                body(
                  LineMemory(
                    services: services, suppliers: suppliers, groups: groups,
                    fundLists: fundLists, traits: traits, amountSlots: slots,
                    amountPence: pence, amountStarts: starts, amountCounts: counts))
              }
            }
          }
        }
      }
    }
  }

  @inlinable
  func withAmounts<Result>(
    _ body: (
      UnsafePointer<UInt32>, UnsafePointer<UInt16>, UnsafePointer<AmountSlot>,
      UnsafePointer<Int64>
    ) -> Result
  ) -> Result {
    amountStarts.lend { starts in
      amountCounts.lend { counts in
        amountSlots.lend { slots in
          amountPence.lend { pence in body(starts, counts, slots, pence) }
        }
      }
    }
  }
}

extension Array {
  /// Lends the elements, of which there may be none, as memory.
  @inlinable
  @inline(__always)
  package func lend<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    withUnsafeBufferPointer { buffer in
      body(
        buffer.baseAddress
          ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped)
    }
  }

  /// Lends the elements, of which there may be none, as memory to write in.
  @inlinable
  @inline(__always)
  package mutating func lendMutable<Result>(
    _ body: (UnsafeMutablePointer<Element>) -> Result
  ) -> Result {
    withUnsafeMutableBufferPointer { buffer in
      body(
        buffer.baseAddress
          ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped)
    }
  }
}
