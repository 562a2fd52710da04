// Finds bytes in a text with the few processor instructions that Swift cannot use.
#ifndef CALLOFF_SCANNING_H
#define CALLOFF_SCANNING_H

#include <stddef.h>
#include <stdint.h>

// Writes the places of all separators of cells, quotes, line feeds and carriage returns of `count`
// bytes, in order, and returns how many there are. `places` has room for `count` of them. `is_plain` becomes 0
// if there are other bytes than these and printable ASCII, else 1.
size_t calloff_find_separators(const uint8_t *text, size_t count, uint8_t separator,
                               uint32_t *places, int *is_plain);

// The last place of a byte among `count` bytes; NULL where it is not there.
const uint8_t *calloff_find_last(const uint8_t *text, size_t count, uint8_t byte);

#endif
