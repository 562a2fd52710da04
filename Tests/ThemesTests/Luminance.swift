/// Relative luminance as the web's accessibility guidelines define it, of the palette's cube and
/// greys.
func luminance(of number: Int) -> Double {
  let steps = [0.0, 95, 135, 175, 215, 255]
  let cube = number - 16
  let grey = Double(8 + (number - 232) * 10)
  let channels =
    number >= 232 ? [grey, grey, grey] : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
  let linear = channels.map { channel in
    let part = channel / 255
    return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The 2.4th power, near enough, without a mathematics library.
private func power(_ base: Double) -> Double {
  // 2.4 = 2 + 2/5; the fifth root by Newton's steps.
  var root = base
  for _ in 0..<40 { root -= (root - base / (root * root * root * root)) / 5 }
  return base * base * root * root
}
