-- What the roles of a store may do; `:edit` and `:read` stand for their names. It is run again after
-- each migration.
-- Everyone may call a new function unless it is taken back.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA calloff FROM PUBLIC;
GRANT USAGE ON SCHEMA calloff TO :edit, :read;
GRANT SELECT ON calloff.migration, calloff.session, calloff.plan, calloff.step, calloff.step_hash,
  calloff.step_line, calloff.snapshot, calloff.version, calloff.draft, calloff.document,
  calloff.trust TO :edit, :read;
GRANT EXECUTE ON FUNCTION calloff.sign_in(), calloff.is_owner(), calloff.own_account(),
  calloff.is_limited(), calloff.own_clusters(), calloff.may_see(text)
  TO :edit, :read;

GRANT INSERT ON calloff.version, calloff.document, calloff.trust TO :edit;
GRANT DELETE ON calloff.document, calloff.trust TO :edit;
GRANT UPDATE(session) ON calloff.draft TO :edit;
GRANT UPDATE(archived, chosen, parent, parent_step, scenario) ON calloff.plan TO :edit;
GRANT EXECUTE ON FUNCTION calloff.session_of(text, text), calloff.append(bigint, bigint, text, text,
    text, bigint, text, text, text, bigint, text, text, text, text, text, text, text, text, bigint,
    bigint, bigint, bigint, bigint, bigint, bigint, bigint),
  calloff.create_plan(text, text, text, text, text, bigint, text, text, text, text, text, text, text,
    text, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, text, bigint, bigint),
  calloff.delete_plan(bigint), calloff.keep_snapshot(bigint, bigint, bigint, text, text,
    text),
  calloff.keep_draft(bigint, text, text, text, text, text, text), calloff.clock()
  TO :edit;
