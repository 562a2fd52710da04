#include "content.h"

#include <sqlite3.h>
#include <string.h>

/* The part of the shared memory that SQLite maps at once, and what its beginning holds: two copies
   of a header of 48 bytes, then what is known of checkpoints. */
enum { region = 32768, header = 48 / 4, words = 136 / 4 };

/* A number as files hold it, the most significant byte first. */
static uint64_t number(const uint8_t *bytes) {
  uint64_t number = 0;
  for (int place = 0; place < 8; place++) number = number << 8 | bytes[place];
  return number;
}

static sqlite3_file *open_file(sqlite3 *connection, int which) {
  sqlite3_file *file = NULL;
  if (sqlite3_file_control(connection, "main", which, &file) != SQLITE_OK) return NULL;
  return file != NULL && file->pMethods != NULL ? file : NULL;
}

int calloff_read_log_index(sqlite3 *connection, calloff_log_index *index) {
  sqlite3_file *file = open_file(connection, SQLITE_FCNTL_FILE_POINTER);
  if (file == NULL || file->pMethods->iVersion < 2) return SQLITE_ERROR;
  void volatile *memory = NULL;
  int code = file->pMethods->xShmMap(file, 0, region, 0, &memory);
  if (memory == NULL) return code == SQLITE_OK ? SQLITE_ERROR : code;
  uint32_t word[words];
  for (int place = 0; place < words; place++) {
    word[place] = ((volatile const uint32_t *)memory)[place];
  }
  if (memcmp(word, word + header, header * sizeof *word) != 0) return SQLITE_BUSY;
  const uint8_t *bytes = (const uint8_t *)word;
  if (word[0] != 3007000 || bytes[12] == 0) return SQLITE_ERROR;
  uint16_t size;
  memcpy(&size, bytes + 14, sizeof size);
  index->changes = word[2];
  index->page_size = size == 1 ? 65536 : size;
  index->frames = word[4];
  index->pages = word[5];
  index->last = (calloff_frame){number(bytes + 32), (uint64_t)word[6] << 32 | word[7]};
  index->copied = word[24];
  index->attempted = word[32];
  return SQLITE_OK;
}

int calloff_read_frame(sqlite3 *connection, int64_t offset, calloff_frame *frame) {
  sqlite3_file *file = open_file(connection, SQLITE_FCNTL_JOURNAL_POINTER);
  if (file == NULL) return SQLITE_ERROR;
  uint8_t head[24];
  int code = file->pMethods->xRead(file, head, sizeof head, offset);
  if (code != SQLITE_OK) return code;
  *frame = (calloff_frame){number(head + 8), number(head + 16)};
  return SQLITE_OK;
}

int calloff_read_head(sqlite3 *connection, uint8_t head[20]) {
  sqlite3_file *file = open_file(connection, SQLITE_FCNTL_FILE_POINTER);
  return file == NULL ? SQLITE_ERROR : file->pMethods->xRead(file, head, 20, 0);
}
