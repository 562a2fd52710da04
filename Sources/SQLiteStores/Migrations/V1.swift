/// The first schema: plans with their lines, the journal, versions and drafts.
///
/// Lists in columns are JSON, without a CHECK: SQLite does not let a schema call `json_valid`
/// unless it is trusted.
///
/// Never change a released migration; add another one.
enum V1 {
  /// The statements that create the schema.
  static let statements = tables + journal + triggers

  private static let tables = [
    """
    CREATE TABLE session(
      id INTEGER PRIMARY KEY,
      word TEXT NOT NULL CHECK(length(word) <= 1000),
      user INTEGER NOT NULL,
      name TEXT NOT NULL CHECK(length(name) <= 1000),
      host TEXT NOT NULL CHECK(length(host) <= 1000),
      began INTEGER NOT NULL,
      UNIQUE(word, user, name, host)
    ) STRICT
    """,
    """
    CREATE TABLE plan(
      number INTEGER PRIMARY KEY AUTOINCREMENT CHECK(number >= 1),
      title TEXT NOT NULL CHECK(length(title) <= 1000000),
      trust_code TEXT NOT NULL CHECK(length(trust_code) <= 1000000),
      trust_name TEXT NOT NULL CHECK(length(trust_name) <= 1000000),
      trust_kind TEXT NOT NULL
        CHECK(trust_kind IN ('acute', 'mental-health', 'primary-care', 'ambulance', 'care')),
      cluster TEXT NOT NULL CHECK(length(cluster) <= 1000000),
      years TEXT NOT NULL CHECK(length(years) <= 10000),
      head INTEGER NOT NULL CHECK(head >= 1),
      frozen INTEGER NOT NULL CHECK(frozen IN (0, 1)),
      changed INTEGER NOT NULL,
      session INTEGER NOT NULL REFERENCES session(id),
      size INTEGER NOT NULL CHECK(size >= 0),
      lines INTEGER NOT NULL,
      cost INTEGER NOT NULL,
      programme_funded INTEGER NOT NULL,
      covered INTEGER NOT NULL,
      errors INTEGER NOT NULL,
      warnings INTEGER NOT NULL,
      notes INTEGER NOT NULL,
      waived INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE fund(
      number INTEGER PRIMARY KEY,
      plan INTEGER NOT NULL REFERENCES plan(number),
      rank INTEGER NOT NULL,
      id TEXT NOT NULL CHECK(length(id) <= 1000000),
      name TEXT NOT NULL CHECK(length(name) <= 1000000),
      pays TEXT NOT NULL CHECK(pays IN ('capital', 'revenue', 'either')),
      UNIQUE(plan, id),
      UNIQUE(plan, rank)
    ) STRICT
    """,
    """
    CREATE TABLE fund_amount(
      fund INTEGER NOT NULL REFERENCES fund(number),
      year INTEGER NOT NULL CHECK(year BETWEEN 1990 AND 2199),
      pence INTEGER NOT NULL CHECK(pence >= 0),
      PRIMARY KEY(fund, year)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE buying_group(
      number INTEGER PRIMARY KEY,
      plan INTEGER NOT NULL REFERENCES plan(number),
      rank INTEGER NOT NULL,
      id TEXT NOT NULL CHECK(length(id) <= 1000000),
      name TEXT NOT NULL CHECK(length(name) <= 1000000),
      facility TEXT NOT NULL CHECK(length(facility) <= 1000000),
      members TEXT CHECK(length(members) <= 10000000),
      UNIQUE(plan, id),
      UNIQUE(plan, rank)
    ) STRICT
    """,
    """
    CREATE TABLE line(
      number INTEGER PRIMARY KEY,
      plan INTEGER NOT NULL REFERENCES plan(number),
      rank INTEGER NOT NULL,
      id TEXT NOT NULL CHECK(length(id) <= 1000000),
      service TEXT NOT NULL CHECK(length(service) <= 1000000),
      pacs TEXT CHECK(pacs IN ('basic', 'features', 'entire')),
      need TEXT NOT NULL CHECK(need IN ('new', 'retain')),
      route TEXT CHECK(route IN ('programme', 'calloff', 'open')),
      supplier TEXT CHECK(length(supplier) <= 1000000),
      buying_group TEXT CHECK(length(buying_group) <= 1000000),
      spine_connected INTEGER CHECK(spine_connected IN (0, 1)),
      crs_interoperable INTEGER CHECK(crs_interoperable IN (0, 1)),
      justification TEXT CHECK(length(justification) <= 10000000),
      description TEXT CHECK(length(description) <= 10000000),
      funds TEXT CHECK(length(funds) <= 10000000),
      notes TEXT CHECK(length(notes) <= 10000000),
      waivers TEXT CHECK(length(waivers) <= 10000000),
      UNIQUE(plan, id),
      UNIQUE(plan, rank)
    ) STRICT
    """,
    """
    CREATE TABLE line_cost(
      line INTEGER NOT NULL REFERENCES line(number),
      year INTEGER NOT NULL CHECK(year BETWEEN 1990 AND 2199),
      kind TEXT NOT NULL CHECK(kind IN ('capital', 'revenue')),
      pence INTEGER NOT NULL CHECK(pence > 0),
      PRIMARY KEY(line, year, kind)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE trust(
      place INTEGER PRIMARY KEY,
      code TEXT NOT NULL CHECK(length(code) <= 1000),
      name TEXT NOT NULL CHECK(length(name) <= 10000),
      cluster TEXT NOT NULL CHECK(length(cluster) <= 1000),
      opened TEXT CHECK(length(opened) = 10),
      closed TEXT CHECK(length(closed) = 10)
    ) STRICT
    """,
  ]

  private static let journal = [
    """
    CREATE TABLE step(
      plan INTEGER NOT NULL REFERENCES plan(number),
      number INTEGER NOT NULL CHECK(number >= 1),
      session INTEGER NOT NULL REFERENCES session(id),
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK(kind IN (
        'creation', 'edit', 'undo', 'redo', 'restoration', 'document', 'freezing', 'reopening')),
      of INTEGER CHECK(of >= 1 AND of < number),
      title TEXT NOT NULL CHECK(length(title) <= 1000000),
      listed INTEGER NOT NULL CHECK(listed IN (0, 1)),
      edits TEXT NOT NULL,
      PRIMARY KEY(plan, number),
      CHECK((number = 1) = (kind = 'creation')),
      CHECK((of IS NOT NULL) = (kind IN ('undo', 'redo', 'restoration')))
    ) STRICT
    """,
    // The lines that a step changed, if the step is `listed`; others changed too many.
    """
    CREATE TABLE step_line(
      plan INTEGER NOT NULL,
      line TEXT NOT NULL,
      step INTEGER NOT NULL,
      PRIMARY KEY(plan, line, step),
      FOREIGN KEY(plan, step) REFERENCES step(plan, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE version(
      number INTEGER PRIMARY KEY,
      plan INTEGER NOT NULL,
      step INTEGER NOT NULL,
      name TEXT NOT NULL CHECK(length(name) <= 10000),
      at INTEGER NOT NULL,
      session INTEGER NOT NULL REFERENCES session(id),
      UNIQUE(plan, name),
      FOREIGN KEY(plan, step) REFERENCES step(plan, number)
    ) STRICT
    """,
    draft, document,
  ]

  /// What sessions are typing; the third schema has another table instead.
  static let draft = """
    CREATE TABLE draft(
      plan INTEGER NOT NULL REFERENCES plan(number),
      session INTEGER NOT NULL REFERENCES session(id),
      at INTEGER NOT NULL,
      line TEXT CHECK(length(line) <= 1000000),
      field TEXT NOT NULL CHECK(length(field) <= 1000000),
      text TEXT NOT NULL CHECK(length(text) <= 10000000),
      PRIMARY KEY(plan, session)
    ) STRICT, WITHOUT ROWID
    """

  /// The document of a plan; the second schema replaces this table.
  static let document = """
    CREATE TABLE document(
      plan INTEGER PRIMARY KEY REFERENCES plan(number),
      path TEXT NOT NULL UNIQUE CHECK(length(path) <= 100000),
      step INTEGER NOT NULL CHECK(step >= 0),
      size INTEGER NOT NULL CHECK(size >= 0),
      hash INTEGER NOT NULL
    ) STRICT
    """
}
