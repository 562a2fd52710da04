#define _GNU_SOURCE
#include "scanning.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

static int is_separator(uint8_t byte, uint8_t separator) {
  return byte == separator || byte == '"' || byte == '\n' || byte == '\r';
}

static int is_printable(uint8_t byte) { return byte >= 0x20 && byte < 0x7F; }

#if defined(__SSE2__)
// A bit for each of 16 bytes; `unusual` gets the bits of all bytes but separators and printable ones.
static uint64_t separators(const uint8_t *text, uint8_t separator, uint32_t *unusual) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i between = _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)separator));
  __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  __m128i feed = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
  __m128i back = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
  __m128i any = _mm_or_si128(_mm_or_si128(between, quote), _mm_or_si128(feed, back));
  // As signed numbers bytes from 0x80 on are below zero.
  __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
  __m128i odd = _mm_or_si128(low, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
  *unusual |= (uint32_t)_mm_movemask_epi8(_mm_andnot_si128(any, odd));
  return (uint64_t)(uint32_t)_mm_movemask_epi8(any);
}
#define CALLOFF_VECTORS 1
#elif defined(__aarch64__)
static uint64_t separators(const uint8_t *text, uint8_t separator, uint32_t *unusual) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t bytes = vld1q_u8(text);
  uint8x16_t between = vceqq_u8(bytes, vdupq_n_u8(separator));
  uint8x16_t quote = vceqq_u8(bytes, vdupq_n_u8('"'));
  uint8x16_t feed = vceqq_u8(bytes, vdupq_n_u8('\n'));
  uint8x16_t back = vceqq_u8(bytes, vdupq_n_u8('\r'));
  uint8x16_t any = vorrq_u8(vorrq_u8(between, quote), vorrq_u8(feed, back));
  uint8x16_t odd = vorrq_u8(vcltq_u8(bytes, vdupq_n_u8(0x20)), vcgeq_u8(bytes, vdupq_n_u8(0x7F)));
  *unusual |= vmaxvq_u8(vbicq_u8(odd, any));
  uint8x16_t bits = vandq_u8(any, vld1q_u8(weights));
  return (uint64_t)vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}
#define CALLOFF_VECTORS 1
#endif

size_t calloff_find_separators(const uint8_t *text, size_t count, uint8_t separator,
                               uint32_t *places, int *is_plain) {
  size_t found = 0;
  size_t index = 0;
  uint32_t unusual = 0;
#ifdef CALLOFF_VECTORS
  for (; index + 64 <= count; index += 64) {
    uint64_t bits = separators(text + index, separator, &unusual) |
                    separators(text + index + 16, separator, &unusual) << 16 |
                    separators(text + index + 32, separator, &unusual) << 32 |
                    separators(text + index + 48, separator, &unusual) << 48;
    while (bits != 0) {
      places[found++] = (uint32_t)(index + (size_t)__builtin_ctzll(bits));
      bits &= bits - 1;
    }
  }
#endif
  for (; index < count; index++) {
    if (is_separator(text[index], separator)) {
      places[found++] = (uint32_t)index;
    } else if (!is_printable(text[index])) {
      unusual = 1;
    }
  }
  *is_plain = unusual == 0;
  return found;
}

const uint8_t *calloff_find_last(const uint8_t *text, size_t count, uint8_t byte) {
  return memrchr(text, byte, count);
}
