-- For how long customers are kept of whom nothing is heard. Written in the transaction that records the event which says so, and read
-- before each customer is erased; no read model.
create table retention_rule (
  rule_id     uuid        primary key,
  kind        text        not null,
  -- null for every source that has no rule of its own
  source      text,
  days        integer     not null check (days between 30 and 10957),
  switched_on boolean     not null,
  -- the number of its events
  revision    integer     not null,
  changed_at  timestamptz not null,
  unique nulls not distinct (kind, source)
);

-- What each night's run did. That somebody was erased is in the proofs.
create table retention_run (
  run_id   uuid        primary key,
  begun_at timestamptz not null,
  outcome  text        not null,
  erased   integer     not null
);
create index retention_run_begun on retention_run (begun_at desc);
