-- The last rebuild of each read model: who asked for it, how far it has come, and what came of it.
create table rebuild (
  processing_group text        primary key,
  -- another one for each start: whoever still works for an earlier one finds nothing to write
  run              uuid        not null,
  state            text        not null,
  started_by       text        not null,
  started_at       timestamptz not null,
  finished_at      timestamptz,
  -- the copy contains everything up to here, and is to contain everything up to there
  position         bigint      not null default 0,
  target           bigint      not null default 0,
  -- how many events are in it, and which: as the ledger counts them
  handled          bigint      not null default 0,
  hash             bigint      not null default 0,
  worked_millis    bigint      not null default 0,
  -- what the comparison of both found before they were switched
  live_rows        bigint,
  rebuilt_rows     bigint,
  live_hash        text,
  rebuilt_hash     text,
  added            bigint,
  removed          bigint,
  changed          bigint,
  -- what stopped it, and the event at which
  error            text,
  sql_state        text,
  constraint_name  text,
  failed_at        bigint
) with (fillfactor = 50);
