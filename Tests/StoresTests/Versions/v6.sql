PRAGMA application_id = 1667329132;
PRAGMA user_version = 6;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
) STRICT;
INSERT INTO buying_group VALUES(2,1,1048576,'h','H','','[]');
INSERT INTO buying_group VALUES(3,1,524288,'i','','','[]');
CREATE TABLE document(
  plan INTEGER NOT NULL REFERENCES plan(number),
  user INTEGER NOT NULL,
  path TEXT NOT NULL CHECK(length(path) <= 100000),
  step INTEGER NOT NULL CHECK(step >= 0),
  size INTEGER NOT NULL CHECK(size >= 0),
  hash INTEGER NOT NULL,
  PRIMARY KEY(plan, user),
  UNIQUE(user, path)
) STRICT, WITHOUT ROWID;
INSERT INTO document VALUES(1,1,'/home/ada/plan.yaml',1,2,-1);
CREATE TABLE draft(
  plan INTEGER NOT NULL REFERENCES plan(number),
  session INTEGER NOT NULL REFERENCES session(id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('line', 'fund', 'group', 'plan')),
  id TEXT CHECK(length(id) <= 1000000),
  field TEXT NOT NULL CHECK(length(field) <= 1000000),
  text TEXT NOT NULL CHECK(length(text) <= 10000000),
  PRIMARY KEY(plan, session),
  CHECK((kind = 'plan') = (id IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES(1,1,1795546547481,'line','L1','notes','half');
CREATE TABLE fund(
  number INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan(number),
  rank INTEGER NOT NULL,
  id TEXT NOT NULL CHECK(length(id) <= 1000000),
  name TEXT NOT NULL CHECK(length(name) <= 1000000),
  pays TEXT NOT NULL CHECK(pays IN ('capital', 'revenue', 'either')), certainty TEXT NOT NULL DEFAULT 'confirmed' CHECK(certainty IN ('confirmed', 'expected', 'bid')),
  UNIQUE(plan, id),
  UNIQUE(plan, rank)
) STRICT;
INSERT INTO fund VALUES(1,1,0,'renamed','','capital','confirmed');
INSERT INTO fund VALUES(2,1,-1048576,'first','','revenue','confirmed');
CREATE TABLE fund_amount(
  fund INTEGER NOT NULL REFERENCES fund(number),
  year INTEGER NOT NULL CHECK(year BETWEEN 1990 AND 2199),
  pence INTEGER NOT NULL CHECK(pence >= 0),
  PRIMARY KEY(fund, year)
) STRICT, WITHOUT ROWID;
INSERT INTO fund_amount VALUES(1,2004,4611686018427387903);
INSERT INTO fund_amount VALUES(1,2005,5);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1');
INSERT INTO grdb_migrations VALUES('2');
INSERT INTO grdb_migrations VALUES('3');
INSERT INTO grdb_migrations VALUES('4');
INSERT INTO grdb_migrations VALUES('5');
INSERT INTO grdb_migrations VALUES('6');
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
  waivers TEXT CHECK(length(waivers) <= 10000000), alternatives TEXT CHECK(length(alternatives) <= 10000000),
  UNIQUE(plan, id),
  UNIQUE(plan, rank)
) STRICT;
INSERT INTO line VALUES(1,1,0,'L1b','core.maternity','features','retain','calloff',replace('a supplier with a long name\n','\n',char(10)),'g',1,0,'\u0000 ','','["capital","","capital"]',replace('many\nlines','\n',char(10)),'[{"code":"F101","reason":"agreed\u0009","date":"0001-01-01"}]',NULL);
INSERT INTO line VALUES(2,1,1048576,'L2','s','basic','retain','open','','h',0,1,'j','d','["a","b"]','n','[{"code":"C101","reason":"r","date":"0001-01-01"}]',NULL);
INSERT INTO line VALUES(3,1,2097152,'L3','future',NULL,'new',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO line VALUES(4,1,-1048576,'L9','future',NULL,'new',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE line_cost(
  line INTEGER NOT NULL REFERENCES line(number),
  year INTEGER NOT NULL CHECK(year BETWEEN 1990 AND 2199),
  kind TEXT NOT NULL CHECK(kind IN ('capital', 'revenue')),
  pence INTEGER NOT NULL CHECK(pence > 0),
  PRIMARY KEY(line, year, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO line_cost VALUES(1,2004,'capital',12345678901);
INSERT INTO line_cost VALUES(1,2004,'revenue',7);
INSERT INTO line_cost VALUES(2,2005,'revenue',5);
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
, as_of TEXT CHECK(length(as_of) = 10), waivers TEXT CHECK(length(waivers) <= 10000000), archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1)), chosen INTEGER NOT NULL DEFAULT 0 CHECK(chosen IN (0, 1)), deleted INTEGER NOT NULL DEFAULT 0 CHECK(deleted IN (0, 1)), parent INTEGER REFERENCES plan(number), parent_step INTEGER CHECK(parent_step >= 1), scenario TEXT CHECK(length(scenario) <= 10000)) STRICT;
INSERT INTO "plan" VALUES(1,'A plan','RXX','Sample "Trust"','mental-health','london','2005-06 2004-05',13,0,1795546547478,1,4,3,9223372036854775807,1,2,4,5,6,7,NULL,NULL,0,0,0,NULL,NULL,NULL);
CREATE TABLE session(
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL CHECK(length(word) <= 1000),
  user INTEGER NOT NULL,
  name TEXT NOT NULL CHECK(length(name) <= 1000),
  host TEXT NOT NULL CHECK(length(host) <= 1000),
  began INTEGER NOT NULL,
  UNIQUE(word, user, name, host)
) STRICT;
INSERT INTO session VALUES(1,'a',1,'ada','here',1795546547433);
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
) STRICT;
INSERT INTO step VALUES(1,1,1,1795546547433,'creation',NULL,'the plan came to be',0,'[{"header":{"from":{"title":"","code":"","name":"","kind":"acute","cluster":"","years":[]},"to":{"title":"A plan","code":"RXX","name":"Sample \"Trust\"","kind":"mental-health","cluster":"london","years":[2005,2004]}}},{"fund":{"at":0,"from":null,"to":{"id":"capital","name":"","pays":"capital","available":[{"year":2004,"pence":4611686018427387903}]}}},{"fund":{"at":1,"from":null,"to":{"id":"","name":"Nothing","pays":"either","available":[]}}},{"group":{"at":0,"from":null,"to":{"id":"g","name":"G","facility":"bt","members":["RXX","","a\u0000b"]}}},{"group":{"at":1,"from":null,"to":{"id":"h","name":"H","facility":"","members":[]}}},{"insert":{"line":{"id":"L1","service":"core.maternity","pacs":"features","need":"retain","route":"calloff","supplier":"a supplier with a long name\u000a","group":"g","spine_connected":true,"crs_interoperable":false,"justification":"\\u0000 \u007f","description":"","cost":[{"year":2004,"kind":"capital","pence":12345678901},{"year":2004,"kind":"revenue","pence":7}],"funds":["capital","","capital"],"notes":"many\u000alines","waivers":[{"code":"F101","reason":"agreed\u0009","date":"0001-01-01"}]},"at":0}},{"insert":{"line":{"id":"L2","service":""},"at":1}},{"insert":{"line":{"id":"L3","service":"future"},"at":2}}]');
INSERT INTO step VALUES(1,2,1,1795546547448,'edit',NULL,'all fields of L2',1,'[{"set":{"line":"L2","from":{"service":""},"to":{"service":"s"}}},{"set":{"line":"L2","from":{"pacs":null},"to":{"pacs":"basic"}}},{"set":{"line":"L2","from":{"need":"new"},"to":{"need":"retain"}}},{"set":{"line":"L2","from":{"route":null},"to":{"route":"open"}}},{"set":{"line":"L2","from":{"supplier":null},"to":{"supplier":""}}},{"set":{"line":"L2","from":{"group":null},"to":{"group":"h"}}},{"set":{"line":"L2","from":{"spine_connected":null},"to":{"spine_connected":false}}},{"set":{"line":"L2","from":{"crs_interoperable":null},"to":{"crs_interoperable":true}}},{"set":{"line":"L2","from":{"justification":null},"to":{"justification":"j"}}},{"set":{"line":"L2","from":{"description":null},"to":{"description":"d"}}},{"set":{"line":"L2","from":{"cost":[]},"to":{"cost":[{"year":2005,"kind":"capital","pence":3}]}}},{"set":{"line":"L2","from":{"funds":[]},"to":{"funds":["a","b"]}}},{"set":{"line":"L2","from":{"notes":null},"to":{"notes":"n"}}},{"set":{"line":"L2","from":{"waivers":[]},"to":{"waivers":[{"code":"C101","reason":"r","date":"0001-01-01"}]}}},{"set":{"line":"L2","from":{"amount":{"year":2005,"kind":"capital","pence":3}},"to":{"amount":{"year":2005,"kind":"capital","pence":4}}}},{"set":{"line":"L2","from":{"amount":{"year":2005,"kind":"revenue","pence":0}},"to":{"amount":{"year":2005,"kind":"revenue","pence":5}}}},{"set":{"line":"L2","from":{"amount":{"year":2005,"kind":"capital","pence":4}},"to":{"amount":{"year":2005,"kind":"capital","pence":0}}}}]');
INSERT INTO step VALUES(1,3,1,1795546547456,'edit',NULL,'adding L9',1,'[{"insert":{"line":{"id":"L9","service":"future"},"at":1}}]');
INSERT INTO step VALUES(1,4,1,1795546547458,'undo',3,'undoing',1,'[{"remove":{"line":{"id":"L9","service":"future"},"at":1}}]');
INSERT INTO step VALUES(1,5,1,1795546547459,'redo',3,'redoing',1,'[{"insert":{"line":{"id":"L9","service":"future"},"at":1}}]');
INSERT INTO step VALUES(1,6,1,1795546547465,'edit',NULL,'moving',1,'[{"move":{"line":"L9","from":1,"to":3}}]');
INSERT INTO step VALUES(1,7,1,1795546547466,'edit',NULL,'moving',1,'[{"move":{"line":"L9","from":3,"to":0}}]');
INSERT INTO step VALUES(1,8,1,1795546547467,'edit',NULL,'moving',1,'[{"move":{"line":"L9","from":0,"to":0}}]');
INSERT INTO step VALUES(1,9,1,1795546547468,'edit',NULL,'renaming',1,'[{"set":{"line":"L1","from":{"id":"L1"},"to":{"id":"L1b"}}}]');
INSERT INTO step VALUES(1,10,1,1795546547469,'document',NULL,'funds',1,'[{"fund":{"at":0,"from":{"id":"capital","name":"","pays":"capital","available":[{"year":2004,"pence":4611686018427387903}]},"to":{"id":"renamed","name":"","pays":"capital","available":[{"year":2004,"pence":4611686018427387903},{"year":2005,"pence":5}]}}},{"fund":{"at":1,"from":{"id":"","name":"Nothing","pays":"either","available":[]},"to":null}},{"fund":{"at":0,"from":null,"to":{"id":"first","name":"","pays":"revenue","available":[]}}}]');
INSERT INTO step VALUES(1,11,1,1795546547472,'edit',NULL,'groups',1,'[{"group":{"at":1,"from":null,"to":{"id":"i","name":"","facility":"","members":[]}}},{"group":{"at":0,"from":{"id":"g","name":"G","facility":"bt","members":["RXX","","a\u0000b"]},"to":null}}]');
INSERT INTO step VALUES(1,12,1,1795546547475,'edit',NULL,'header',1,'[{"header":{"from":{"title":"A plan","code":"RXX","name":"Sample \"Trust\"","kind":"mental-health","cluster":"london","years":[2005,2004]},"to":{"title":"Another","code":"RXX","name":"Sample \"Trust\"","kind":"mental-health","cluster":"london","years":[]}}}]');
INSERT INTO step VALUES(1,13,1,1795546547478,'restoration',11,'back',1,'[{"header":{"from":{"title":"Another","code":"RXX","name":"Sample \"Trust\"","kind":"mental-health","cluster":"london","years":[]},"to":{"title":"A plan","code":"RXX","name":"Sample \"Trust\"","kind":"mental-health","cluster":"london","years":[2005,2004]}}}]');
CREATE TABLE step_line(
  plan INTEGER NOT NULL,
  line TEXT NOT NULL,
  step INTEGER NOT NULL,
  PRIMARY KEY(plan, line, step),
  FOREIGN KEY(plan, step) REFERENCES step(plan, number)
) STRICT, WITHOUT ROWID;
INSERT INTO step_line VALUES(1,'L1',9);
INSERT INTO step_line VALUES(1,'L1b',9);
INSERT INTO step_line VALUES(1,'L2',2);
INSERT INTO step_line VALUES(1,'L9',3);
INSERT INTO step_line VALUES(1,'L9',4);
INSERT INTO step_line VALUES(1,'L9',5);
INSERT INTO step_line VALUES(1,'L9',6);
INSERT INTO step_line VALUES(1,'L9',7);
INSERT INTO step_line VALUES(1,'L9',8);
CREATE TABLE trust(
  place INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK(length(code) <= 1000),
  name TEXT NOT NULL CHECK(length(name) <= 10000),
  cluster TEXT NOT NULL CHECK(length(cluster) <= 1000),
  opened TEXT CHECK(length(opened) = 10),
  closed TEXT CHECK(length(closed) = 10)
) STRICT;
INSERT INTO trust VALUES(0,'RXX','X','london','0001-01-01',NULL);
CREATE TABLE version(
  number INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL,
  step INTEGER NOT NULL,
  name TEXT NOT NULL CHECK(length(name) <= 10000),
  at INTEGER NOT NULL,
  session INTEGER NOT NULL REFERENCES session(id),
  UNIQUE(plan, name),
  FOREIGN KEY(plan, step) REFERENCES step(plan, number)
) STRICT;
INSERT INTO version VALUES(1,1,3,'board',1795546547479,1);
CREATE TABLE step_hash(
  plan INTEGER NOT NULL,
  step INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK(length(hash) = 64),
  PRIMARY KEY(plan, step),
  FOREIGN KEY(plan, step) REFERENCES step(plan, number)
) STRICT, WITHOUT ROWID;
INSERT INTO step_hash VALUES(1,1,'82417a1b290260b35b4d327e52f07c5b358c0790267bfd13c50d1a4cc37baf10');
INSERT INTO step_hash VALUES(1,2,'76e920c611a3ba3d70309600a86455c1845329892c0e91336ae778020690c217');
INSERT INTO step_hash VALUES(1,3,'23a2ab22515e282dbd72b83d65a023f970491b3afe4d89ad08e8f06baca20986');
INSERT INTO step_hash VALUES(1,4,'a5d4f0127666b131a82a98e81bce261ea2201dc9cbc4fee944868d934275b678');
INSERT INTO step_hash VALUES(1,5,'c833e24f24b99ae34551e1ed1cb4efd21887c573ecbe3d97595171923922de60');
INSERT INTO step_hash VALUES(1,6,'ae2dcf2b452f7cade112703b43953512de56835746aadbc41072e59a7949db38');
INSERT INTO step_hash VALUES(1,7,'41d4a6f547b1c719f616e41d17d5ac308444d658cd6dd3a4bf75917f9728ad5a');
INSERT INTO step_hash VALUES(1,8,'7fc52f0dc0aed836c31e49d7e2f71628bf9df1d862fa6cecfed278c33fa443b5');
INSERT INTO step_hash VALUES(1,9,'f78ad4a07d6a6d0c118bc26574ed5f4dd245df54aa7b2f5c5e99181e200ba0bf');
INSERT INTO step_hash VALUES(1,10,'e5db933992a3dfe90cb332f99babdf5003d47f3453e6d4dd757135dd071c6de2');
INSERT INTO step_hash VALUES(1,11,'17ebd0b126b3324091954d4e5d985639d409180bb8d99c4c1c8c0f8fb1508682');
INSERT INTO step_hash VALUES(1,12,'8b147dc0343ee8e81cf484f1d174f7f59f5c2a5f5573eb85afc388f5f2a71519');
INSERT INTO step_hash VALUES(1,13,'1f8357a95110c214d39a64d42abd351bd2f64a625e6b5e47f52dbfc5bda602e1');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('plan',1);
CREATE TRIGGER step_insert_frozen BEFORE INSERT ON step
WHEN NOT (NEW.kind = 'reopening') AND (SELECT frozen FROM plan WHERE number = (SELECT NEW.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_insert_frozen BEFORE INSERT ON line
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT NEW.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_update_frozen BEFORE UPDATE ON line
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_delete_frozen BEFORE DELETE ON line
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_insert_frozen BEFORE INSERT ON fund
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT NEW.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_update_frozen BEFORE UPDATE ON fund
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_delete_frozen BEFORE DELETE ON fund
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER buying_group_insert_frozen BEFORE INSERT ON buying_group
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT NEW.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER buying_group_update_frozen BEFORE UPDATE ON buying_group
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER buying_group_delete_frozen BEFORE DELETE ON buying_group
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT OLD.plan))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_cost_insert_frozen BEFORE INSERT ON line_cost
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM line WHERE number = NEW.line))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_cost_update_frozen BEFORE UPDATE ON line_cost
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM line WHERE number = OLD.line))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER line_cost_delete_frozen BEFORE DELETE ON line_cost
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM line WHERE number = OLD.line))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_amount_insert_frozen BEFORE INSERT ON fund_amount
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM fund WHERE number = NEW.fund))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_amount_update_frozen BEFORE UPDATE ON fund_amount
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM fund WHERE number = OLD.fund))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER fund_amount_delete_frozen BEFORE DELETE ON fund_amount
WHEN NOT (0) AND (SELECT frozen FROM plan WHERE number = (SELECT plan FROM fund WHERE number = OLD.fund))
BEGIN SELECT RAISE(ABORT, 'the plan is frozen'); END;
CREATE TRIGGER step_update BEFORE UPDATE ON step
BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END;
CREATE TRIGGER step_delete_of_plan BEFORE DELETE ON step
WHEN NOT (SELECT deleted FROM plan WHERE number = OLD.plan)
BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END;
CREATE TRIGGER step_hash_update BEFORE UPDATE ON step_hash
BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END;
CREATE TRIGGER step_hash_delete BEFORE DELETE ON step_hash
WHEN NOT (SELECT deleted FROM plan WHERE number = OLD.plan)
BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END;
COMMIT;
