/* The C library's opinion on how wide a character is, which Swift cannot see. */
#pragma once
#include <stdint.h>

/* Columns under C.UTF-8; -1 for what cannot be shown. */
int library_width(uint32_t scalar);
