import Procurement

extension Money {
  /// How many parts an amount is of a whole that is cut into `count`, rounded to the nearest.
  ///
  /// It is exact for all amounts; what would be more than the largest number is that number.
  func parts(of whole: Money, cutInto count: Int) -> Int {
    guard pence > 0, whole.pence > 0, count > 0 else { return 0 }
    let product = UInt128(pence) * UInt128(count)
    return Int(clamping: (product + UInt128(whole.pence / 2)) / UInt128(whole.pence))
  }
}
