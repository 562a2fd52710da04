#define _GNU_SOURCE
#include "widths.h"

#include <locale.h>
#include <wchar.h>

int library_width(uint32_t scalar)
{
  static locale_t locale;
  if (!locale)
    locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t before = uselocale(locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
