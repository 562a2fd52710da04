#!/usr/bin/env python3
"""Writes Sources/Text/Safe/VisibleText+Ranges.swift: how each character is shown.

Widths are the C library's under C.UTF-8, because terminals and ncurses go by them; categories are
Unicode's. A character passes only if both know it. Run: python3 widths.py > VisibleText+Ranges.swift
"""
import ctypes
import ctypes.util
import locale
import unicodedata

UNSAFE, NARROW, WIDE, MARK = range(4)

# What a terminal shows as nothing, or takes as an order, although some of it has a width.
INVISIBLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]


def kind(scalar, wcwidth):
    category = unicodedata.category(chr(scalar))
    if category in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
        return UNSAFE
    if any(low <= scalar <= high for low, high in INVISIBLE):
        return UNSAFE
    width = wcwidth(scalar)
    if category in ("Mn", "Me"):
        return MARK if width == 0 else UNSAFE
    return width if width in (NARROW, WIDE) else UNSAFE


def main():
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    wcwidth = ctypes.CDLL(ctypes.util.find_library("c")).wcwidth
    starts, last = [], None
    for scalar in range(0x110000):
        this = kind(scalar, wcwidth)
        if this != last:
            starts.append(scalar << 2 | this)
        last = this
    print("extension VisibleText {")
    print("  /// Where each range of characters that are shown alike starts: `scalar << 2 | kind`.")
    print("  ///")
    print("  /// Written by Tests/TextTests/widths.py from the C library's widths.")
    print("  static let ranges: [UInt32] = [")
    for at in range(0, len(starts), 10):
        print("    " + ", ".join(f"0x{start:x}" for start in starts[at:at + 10]) + ",")
    print("  ]\n}")


if __name__ == "__main__":
    main()
