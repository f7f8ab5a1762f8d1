#include "text_scan.h"
#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define FOR_EVERY_PROCESSOR
#endif
#define INLINE static inline __attribute__((always_inline))

enum { block = 64, half = 32 };
typedef int8_t bytes64 __attribute__((ext_vector_type(block)));
typedef int8_t bytes32 __attribute__((ext_vector_type(half)));
typedef bool bits64 __attribute__((ext_vector_type(block)));
typedef bool bits32 __attribute__((ext_vector_type(half)));

// One bit for each byte of a comparison of a whole block, or of half a one.
#define BITS(comparison) __builtin_bit_cast(uint64_t, __builtin_convertvector((comparison), bits64))
#define HALF_BITS(comparison) __builtin_bit_cast(uint32_t, __builtin_convertvector((comparison), bits32))
// Loads a vector: ones this wide cannot be handed to functions.
#define LOAD(type, into, bytes) type into; memcpy(&into, (bytes), sizeof into)
// Loads a block, or as much of one as there is, with zeros in place of the rest.
#define LOAD_BLOCK(into, bytes, readable)                                                                          \
  uint8_t into##_last[block] = {0};                                                                                \
  LOAD(bytes64, into, (readable) < block ? memcpy(into##_last, (bytes), (readable)) : (bytes))

// What bytes are. They are signed: ASCII is not below zero.
#define IS_TRAIL(word) ((word) < (int8_t)-64)
#define IS_SPACE(word) ((word) == (int8_t)0x20)
#define IS_IN(word, first, last) (((word) >= (int8_t)(first)) & ((word) <= (int8_t)(last)))
// What is neither a letter, a digit nor a space: by its first byte. Leads of two bytes up to U+03FF and of three have
// bit 4 clear, Cyrillic ones have it set.
#define IS_MARK(word)                                                                                              \
  (~(((word) < (int8_t)0) | IS_IN((word) | (int8_t)0x20, 0x61, 0x7A) | IS_IN(word, 0x30, 0x39) | IS_SPACE(word))   \
   | (((word) & (int8_t)0xD0) == (int8_t)0xC0))

INLINE uint64_t lowest(size_t count) { return count < block ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0; }

INLINE uint64_t lowest_bit(uint64_t bits) { return bits & -bits; }

#if defined(__x86_64__)
__attribute__((target("bmi2"))) static size_t place_by_deposit(uint64_t bits, size_t before) {
  return (size_t)__builtin_ctzll(__builtin_ia32_pdep_di((uint64_t)1 << before, bits));
}
#endif

size_t text_bit_place(uint64_t bits, size_t before) {
  const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  uint64_t sums = bits - (bits >> 1 & 0x5555555555555555);
  sums = (sums & 0x3333333333333333) + (sums >> 2 & 0x3333333333333333);
  sums = ((sums + (sums >> 4)) & 0x0F0F0F0F0F0F0F0F) * ones;
  // The first byte up to which more bits are set, then the same of its bits spread over eight bytes.
  const size_t byte = (size_t)__builtin_ctzll((sums + (0x7F - before) * ones) & highs) & ~(size_t)7;
  before -= sums << 8 >> byte & 0xFF;
  const uint64_t spread = (bits >> byte & 0xFF) * ones & 0x8040201008040201;
  sums = (((spread + 0x7F * ones) | spread) >> 7 & ones) * ones;
  return byte + ((size_t)__builtin_ctzll((sums + (0x7F - before) * ones) & highs) >> 3);
}

// The same with the one instruction for it, where the processor has it.
INLINE size_t place(uint64_t bits, size_t before) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi2")) return place_by_deposit(bits, before);
#endif
  return text_bit_place(bits, before);
}

#define BIT(byte) ((uint64_t)1 << ((byte) & 0x3F))
#define BITS_FROM(first, last) (BIT(last) * 2 - BIT(first))

// The simple marks of two bytes, C2 and one of these: no-break space § « ° ± ² ³ · ».
static const uint64_t two_byte_marks =
    BIT(0xA0) | BIT(0xA7) | BIT(0xAB) | BIT(0xB0) | BIT(0xB1) | BIT(0xB2) | BIT(0xB3) | BIT(0xB7) | BIT(0xBB);
// Those of three bytes, E2, 80 + the index and one of these.
static const uint64_t three_byte_marks[64] = {
    // Dashes, quotation marks, bullet, ellipsis, narrow and figure space, ‰ and guillemets.
    [0x00] = BITS_FROM(0x90, 0x94) | BITS_FROM(0x98, 0x9A) | BITS_FROM(0x9C, 0x9E) | BIT(0xA2) | BIT(0xA6)
             | BIT(0xAF) | BIT(0x87) | BIT(0xB0) | BIT(0xB9) | BIT(0xBA),
    // Currencies.
    [0x02] = BITS_FROM(0xA0, 0xBE) | BIT(0xBF),
    // №
    [0x04] = BIT(0x96),
    // Minus.
    [0x08] = BIT(0x92),
};

INLINE bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The length of a simple scalar, 0 when it is none. Without branches, for nothing can be foretold of marks.
INLINE size_t simple_length(const uint8_t *bytes, size_t count) {
  const uint8_t first = bytes[0], second = count > 1 ? bytes[1] : 0, third = count > 2 ? bytes[2] : 0;
  // U+0483–U+0489 combine with the letter before them.
  const bool is_letter = ((first & 0xFC) == 0xD0) & !((first == 0xD2) & (second >= 0x83) & (second <= 0x89));
  const bool one = (first >= 0x20) & (first < 0x7F);
  const bool two = (is_letter | ((first == 0xC2) & (two_byte_marks >> (second & 0x3F)))) & is_trail(second);
  const bool three = (first == 0xE2) & (is_trail(second) && is_trail(third))
                     & (three_byte_marks[second & 0x3F] >> (third & 0x3F));
  return one + 2 * two + 3 * three;
}

FOR_EVERY_PROCESSOR
size_t text_simple_end(const uint8_t *bytes, size_t start, size_t end) {
  // Whether the block before ends inside of a letter, and how many bytes of this one were looked at with it.
  uint64_t carry = 0;
  size_t seen = 0;
  for (size_t offset = start; offset < end; offset += block) {
    const size_t count = end - offset;
    LOAD_BLOCK(word, bytes + offset, count);
    const uint64_t trails = BITS(IS_TRAIL(word));
    const uint64_t letters = BITS((word & (int8_t)0xFE) == (int8_t)0xD0);
    // 7F becomes the lowest of all.
    const uint64_t printable = BITS(word + (int8_t)1 > (int8_t)0x20);
    const uint64_t wanted = letters << 1 | carry;
    uint64_t faults = (~(letters | trails | printable) | (wanted ^ trails)) & ~lowest(seen);
    carry = letters >> 63;
    seen = 0;
    while (faults != 0) {
      const size_t fault = (size_t)__builtin_ctzll(faults);
      if (wanted & ~trails & lowest_bit(faults)) return offset + fault - 1;
      if (fault >= count) return end;
      const size_t length = simple_length(bytes + offset + fault, count - fault);
      if (length == 0) return offset + fault;
      faults &= ~lowest(fault + length);
      if (fault + length > block) seen = fault + length - block;
    }
  }
  return end - carry;
}

INLINE struct text_word word_before(const uint8_t *bytes, size_t offset) {
  if (offset < half) return (struct text_word){0, 0};
  LOAD(bytes32, word, bytes + offset - half);
  const uint32_t spaces = HALF_BITS(IS_SPACE(word));
  const uint32_t behind = spaces == 0 ? 0 : ~(uint32_t)0 << (half - 1 - __builtin_clz(spaces));
  if ((HALF_BITS(IS_MARK(word)) & behind) != 0) return (struct text_word){0, 0};
  const uint32_t leads = ~HALF_BITS(IS_TRAIL(word));
  return (struct text_word){(uint16_t)__builtin_popcount(behind), (uint16_t)__builtin_popcount(leads & behind)};
}

FOR_EVERY_PROCESSOR
struct text_word text_word_before(const uint8_t *bytes, size_t offset) { return word_before(bytes, offset); }

FOR_EVERY_PROCESSOR
struct text_line text_line_from(const uint8_t *bytes, size_t start, size_t end, size_t readable, size_t columns) {
  for (size_t offset = start; offset < end; offset += block) {
    LOAD_BLOCK(word, bytes + offset, readable - offset);
    const uint64_t leads = ~BITS(IS_TRAIL(word)) & lowest(end - offset);
    const size_t count = (size_t)__builtin_popcountll(leads);
    if (count > columns) {
      const size_t beyond = offset + place(leads, columns);
      return (struct text_line){beyond, 0, word_before(bytes, beyond)};
    }
    columns -= count;
  }
  return (struct text_line){end, (uint32_t)columns, {0, 0}};
}

// The place of the lowest bit, 64 when there is none.
INLINE uint8_t first(uint64_t bits) { return bits == 0 ? block : (uint8_t)__builtin_ctzll(bits); }

FOR_EVERY_PROCESSOR
struct text_block text_spaces(
    const uint8_t *bytes, size_t start, size_t end, size_t readable, struct text_space *spaces) {
  LOAD_BLOCK(word, bytes + start, readable - start);
  const uint64_t inside = lowest(end - start);
  const uint64_t leads = ~BITS(IS_TRAIL(word)) & inside;
  uint64_t marks = BITS(IS_MARK(word)) & inside;
  uint32_t count = 0;
  for (uint64_t rest = BITS(IS_SPACE(word)) & inside; rest != 0; rest &= rest - 1) {
    const uint64_t before = lowest_bit(rest) - 1;
    spaces[count++] = (struct text_space){
        first(rest), (uint8_t)__builtin_popcountll(leads & before), first(marks & before)};
    marks &= ~before;
  }
  return (struct text_block){count, (uint32_t)__builtin_popcountll(leads), first(marks)};
}
