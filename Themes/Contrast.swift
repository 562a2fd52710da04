import Glibc

/// How well two colours of the palette can be told apart.
enum Contrast {
  /// What text needs at least, after the Web Content Accessibility Guidelines, level AA.
  static let least = 4.5

  /// The contrast of two colours, from 1 to 21, as these guidelines define it.
  ///
  /// Owners of terminals choose the first sixteen colours themselves; xterm's are used for them
  /// here.
  static func ratio(_ first: Style.Colour, _ second: Style.Colour) -> Double {
    let (darker, lighter) = (luminance(of: first), luminance(of: second))
    return (max(darker, lighter) + 0.05) / (min(darker, lighter) + 0.05)
  }

  private static func luminance(of colour: Style.Colour) -> Double {
    let parts = channels(of: colour.number).map { channel in
      let part = Double(channel) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// Red, green and blue of a colour: sixteen of xterm's, a cube of 6 × 6 × 6, and 24 greys.
  private static func channels(of number: Int) -> [Int] {
    guard number >= 16 else { return xterm[max(0, number)] }
    let (place, grey) = (number - 16, 8 + (number - 232) * 10)
    let steps = [0, 95, 135, 175, 215, 255]
    return number >= 232
      ? [grey, grey, grey] : [steps[place / 36], steps[place / 6 % 6], steps[place % 6]]
  }

  /// The first sixteen colours as xterm has them.
  private static let xterm = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
    [0, 205, 205], [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
    [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]
}
