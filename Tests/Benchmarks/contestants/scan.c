/* The floor: one pass over columns in C, for the simpler job alone. Its argument is the number of threads.

   It answers load, part, part-result, memory and version as protocol.py says. */

#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "decisions.h"

enum { third_party = 4, no_supplier = 5, unknown_category = 3, columns = 17, most_threads = 64 };
enum { option_cases = 5, needs = 2, routes = 4 };

/* Words and their numbers in the order in which they come; 0 is the blank. */
struct words {
  char **texts;
  uint32_t count, room;
  uint32_t *slots; /* a power of two of them; the number plus 1, or 0 */
  uint32_t slot_count;
};

static uint32_t hash(const char *text) {
  uint32_t value = 2166136261u;
  for (; *text; text++) value = (value ^ (uint8_t)*text) * 16777619u;
  return value;
}

static uint32_t *slot(struct words *words, const char *text) {
  uint32_t place = hash(text) & (words->slot_count - 1);
  while (words->slots[place] && strcmp(words->texts[words->slots[place] - 1], text)) {
    place = (place + 1) & (words->slot_count - 1);
  }
  return &words->slots[place];
}

static void widen(struct words *words) {
  words->room = words->room ? words->room * 2 : 256;
  words->texts = realloc(words->texts, words->room * sizeof *words->texts);
  free(words->slots);
  words->slot_count = words->room * 2;
  words->slots = calloc(words->slot_count, sizeof *words->slots);
  for (uint32_t place = 0; place < words->count; place++) {
    *slot(words, words->texts[place]) = place + 1;
  }
}

static uint32_t number(struct words *words, const char *text) {
  if (words->count == words->room) widen(words);
  uint32_t *found = slot(words, text);
  if (!*found) {
    words->texts[words->count] = strdup(text);
    *found = ++words->count;
  }
  return *found - 1;
}

/* The portfolio: a line a place, and its rows from `rows[line]` up to the next line's. */
static struct {
  size_t count, room, row_count, row_room, trust_count, trust_room;
  uint8_t *pacs, *need, *route, *interoperable, *spine;
  uint16_t *service, *supplier;
  uint32_t *justification;
  size_t *rows;
  int64_t (*amounts)[2]; /* capital and revenue; two rows of nothing follow the last */
  char (*codes)[8];
  uint8_t *lsps;
  size_t *starts;
} plan;

static struct words service_words, supplier_words, texts;

/* The result: a byte of findings a line, pence a trust. */
static uint8_t *flags;
static int64_t *payable;

/* --- Reading --------------------------------------------------------------------------------- */

static int place_of(const char *const *list, const char *word) {
  for (int place = 0; list[place]; place++) {
    if (!strcmp(list[place], word)) return place;
  }
  return -1;
}

static int64_t pence(const char *text) {
  int64_t pounds = strtoll(text, (char **)&text, 10);
  int64_t rest = 0;
  if (*text == '.') {
    rest = (text[1] - '0') * 10;
    if (text[1] && text[2]) rest += text[2] - '0';
  }
  return pounds * 100 + rest;
}

/* Ends the cells of a row where they end, without their quotes; the start of the next row. */
static char *cut(char *next, char **cells) {
  for (int column = 0; column < columns; column++) {
    cells[column] = next;
    if (*next == '"') {
      char *end = next++;
      cells[column] = end;
      while (*next != '"' || next[1] == '"') {
        next += *next == '"';
        *end++ = *next++;
      }
      next++;
      char last = *next;
      *end = 0;
      *next++ = 0;
      if (last == '\n') return next;
    } else {
      while (*next != ',' && *next != '\n') next++;
      char last = *next;
      *next++ = 0;
      if (last == '\n') return next;
    }
  }
  return next;
}

#define GROW(array, room) array = realloc(array, (room) * sizeof *array)

static void make_room(void) {
  if (plan.count + 2 > plan.room) {
    plan.room = plan.room ? plan.room * 2 : 4096;
    GROW(plan.pacs, plan.room), GROW(plan.need, plan.room), GROW(plan.route, plan.room);
    GROW(plan.interoperable, plan.room), GROW(plan.spine, plan.room);
    GROW(plan.service, plan.room), GROW(plan.supplier, plan.room);
    GROW(plan.justification, plan.room), GROW(plan.rows, plan.room);
  }
  if (plan.row_count + 2 >= plan.row_room) {
    plan.row_room = plan.row_room ? plan.row_room * 2 : 4096;
    GROW(plan.amounts, plan.row_room);
  }
  if (plan.trust_count + 2 > plan.trust_room) {
    plan.trust_room = plan.trust_room ? plan.trust_room * 2 : 64;
    GROW(plan.codes, plan.trust_room), GROW(plan.lsps, plan.trust_room);
    GROW(plan.starts, plan.trust_room);
  }
}

static void take_line(char **cells) {
  static const char *const options[] = {"", "basic", "features", "entire", 0};
  static const char *const ways[] = {"", "programme", "calloff", "open", 0};
  size_t line = plan.count++;
  plan.service[line] = number(&service_words, cells[3]);
  plan.pacs[line] = place_of(options, cells[4]);
  plan.need[line] = cells[5][0] == 'r';
  plan.route[line] = place_of(ways, cells[6]);
  plan.supplier[line] = number(&supplier_words, cells[7]);
  plan.interoperable[line] = cells[9][0] == 't';
  plan.justification[line] = number(&texts, cells[10]);
  plan.spine[line] = cells[11][0] == 't';
  plan.rows[line] = plan.row_count;
}

static void take_row(char **cells) {
  static char last_line[64];
  make_room();
  int is_other_trust = !plan.trust_count || strcmp(plan.codes[plan.trust_count - 1], cells[0]);
  if (is_other_trust) {
    snprintf(plan.codes[plan.trust_count], sizeof *plan.codes, "%s", cells[0]);
    plan.lsps[plan.trust_count] = cluster_lsps[place_of(clusters, cells[1])];
    plan.starts[plan.trust_count++] = plan.count;
  }
  if (is_other_trust || strcmp(last_line, cells[2])) {
    take_line(cells);
    snprintf(last_line, sizeof last_line, "%s", cells[2]);
  }
  plan.amounts[plan.row_count][0] = pence(cells[14]);
  plan.amounts[plan.row_count++][1] = pence(cells[15]);
}

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(3);
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1), *cells[columns];
  if (fread(bytes, 1, size, file) != size) exit(3);
  fclose(file);
  bytes[size] = 0;
  number(&supplier_words, ""), number(&texts, "");
  char *next = strchr(bytes, '\n') + 1;
  while (next < bytes + size) {
    next = cut(next, cells);
    take_row(cells);
  }
  free(bytes);
  memset(plan.amounts + plan.row_count, 0, 2 * sizeof *plan.amounts);
  plan.rows[plan.count] = plan.row_count;
  plan.starts[plan.trust_count] = plan.count;
  flags = malloc(plan.count);
  payable = malloc(plan.trust_count * sizeof *payable);
}

/* --- Judging --------------------------------------------------------------------------------- */

/* What words mean, looked up anew by each judging. */
static uint8_t *listed, *categories, *who, *is_telling;

static int is_blank(const char *text) {
  while (isspace((unsigned char)*text)) text++;
  return !*text;
}

static int provider(const char *word) {
  if (is_blank(word)) return no_supplier;
  for (int name = 0; names[name]; name++) {
    if (!strcasecmp(names[name], word)) return name_lsps[name];
  }
  return third_party;
}

static void look_up_words(void) {
  listed = realloc(listed, service_words.count);
  categories = realloc(categories, service_words.count);
  who = realloc(who, supplier_words.count);
  is_telling = realloc(is_telling, texts.count);
  for (uint32_t word = 0; word < service_words.count; word++) {
    int service = place_of(services, service_words.texts[word]);
    listed[word] = service == pacs_service;
    categories[word] = service < 0 ? unknown_category
      : service < core_services ? 0 : service == future_service ? 2 : 1;
  }
  for (uint32_t word = 0; word < supplier_words.count; word++) who[word] = provider(supplier_words.texts[word]);
  for (uint32_t word = 0; word < texts.count; word++) is_telling[word] = !is_blank(texts.texts[word]);
}

/* What a line costs. Most have one row or two, and whether there are more is not worth a jump. */
static int64_t cost_of(size_t line) {
  size_t row = plan.rows[line], count = plan.rows[line + 1] - row;
  const int64_t(*amounts)[2] = plan.amounts + row;
  int64_t second = amounts[1][0] + amounts[1][1], third = amounts[2][0] + amounts[2][1];
  int64_t cost = amounts[0][0] + amounts[0][1];
  cost += (second & -(int64_t)(count > 1)) + (third & -(int64_t)(count > 2));
  for (size_t later = 3; later < count; later++) cost += amounts[later][0] + amounts[later][1];
  return cost;
}

/* Findings on a line; what its trust pays. Conditions are numbers, for a jump costs more than all. */
static int64_t judge_line(size_t line, int lsp) {
  int service = plan.service[line], category = categories[service];
  int need = plan.need[line], route = plan.route[line], supplier = who[plan.supplier[line]];
  int option = (plan.pacs[line] + 1) & -listed[service];
  int terms = decisions[((category * option_cases + option) * needs + need) * routes + route];
  int is_known = category != unknown_category, heeds_route = !(terms & IGNORES_ROUTE);
  int is_other = (supplier != no_supplier) & (supplier != lsp);
  int breach = !!(terms & EXCLUSIVE) & is_other;
  int is_programmes = !!(terms & PROGRAMME_PAYS) & !breach & !(!!(terms & CLUSTER_LSP) & is_other);
  int refused = !breach & !!(terms & NOT_OFFERED);
  int is_free = is_known & heeds_route & !breach & !refused & (supplier >= third_party);
  int64_t cost = cost_of(line);
  flags[line] = breach | refused << 1 | (!!(terms & SPINE) & !plan.spine[line]) << 2
    | (is_known & !need & !route) << 3
    | (is_known & heeds_route & !!route & (supplier == no_supplier)) << 4
    | (is_free & !!(terms & INTEROPERABLE) & !plan.interoperable[line]) << 5
    | (is_free & !!(terms & JUSTIFIED) & !is_telling[plan.justification[line]]) << 6
    | (!need & !cost & !is_programmes) << 7;
  return cost & ((int64_t)is_programmes - 1);
}

struct share {
  size_t first, last;
};

static void *judge_trusts(void *argument) {
  struct share *share = argument;
  for (size_t trust = share->first; trust < share->last; trust++) {
    int64_t sum = 0;
    for (size_t line = plan.starts[trust]; line < plan.starts[trust + 1]; line++) {
      sum += judge_line(line, plan.lsps[trust]);
    }
    payable[trust] = sum;
  }
  return 0;
}

static void judge(int threads) {
  pthread_t others[most_threads];
  struct share shares[most_threads];
  look_up_words();
  size_t trust = 0;
  for (int thread = 0; thread < threads; thread++) {
    size_t lines = plan.count * (thread + 1) / threads;
    shares[thread].first = trust;
    while (trust < plan.trust_count && plan.starts[trust] < lines) trust++;
    shares[thread].last = trust;
    if (thread) pthread_create(&others[thread], 0, judge_trusts, &shares[thread]);
  }
  judge_trusts(&shares[0]);
  for (int thread = 1; thread < threads; thread++) pthread_join(others[thread], 0);
}

/* --- Answering ------------------------------------------------------------------------------- */

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void write_part(const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) exit(3);
  fwrite(flags, 1, plan.count, file);
  for (size_t trust = 0; trust < plan.trust_count; trust++) {
    fprintf(file, "%s,%lld\n", plan.codes[trust], (long long)payable[trust]);
  }
  fclose(file);
}

static long long most_memory(void) {
  long long kib = 0;
  char row[256];
  FILE *file = fopen("/proc/self/status", "r");
  while (file && fgets(row, sizeof row, file)) sscanf(row, "VmHWM: %lld", &kib);
  if (file) fclose(file);
  return kib * 1024;
}

int main(int count, char **arguments) {
  int threads = count > 1 ? atoi(arguments[1]) : 1;
  char row[8192], command[64], path[4096];
  if (threads < 1 || threads > most_threads) return 2;
  while (fgets(row, sizeof row, stdin)) {
    *path = 0;
    sscanf(row, "%63s %4095s", command, path);
    double start = now();
    if (!strcmp(command, "load")) load(path);
    else if (!strcmp(command, "part")) judge(threads);
    double end = now();
    if (!strcmp(command, "part-result")) write_part(path);
    if (!strcmp(command, "memory")) printf("{\"bytes\": %lld}\n", most_memory());
    else if (!strcmp(command, "version")) printf("{\"version\": \"%s\"}\n", COMPILER);
    else printf("{\"seconds\": %.9f}\n", end - start);
    fflush(stdout);
  }
  return 0;
}
