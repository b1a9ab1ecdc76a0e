-- What answers are counted by: everything together, one member of one dimension, or one combination of all seven.
-- A question about one dimension reads few rows of the first two kinds; only one that crosses dimensions needs the
-- third. An empty text means that the feedback does not say; null, that this scope does not look at the dimension.
create table scope (
  scope_id   integer generated always as identity primary key,
  scope_key  uuid not null unique,
  counted_by text not null,
  touchpoint text,
  channel    text,
  product    text,
  region     text,
  segment    text,
  source     text,
  kind       text
);
create index scope_counted_by on scope (counted_by);

-- How many customers gave which answer: by the day it happened and the day we learned of it, both in the reporting time
-- zone. Every figure of docs/kpis.md for NPS, CSAT and CES follows from these counts, exactly.
-- No foreign key: scopes are only ever added, and before they are used.
create table score_count (
  scope_id    integer          not null,
  metric      text collate "C" not null,
  occurred_on date             not null,
  recorded_on date             not null,
  scale       text collate "C" not null,
  value       numeric(4, 1)    not null,
  answers     bigint           not null,
  primary key (scope_id, metric, occurred_on, recorded_on, scale, value)
) with (fillfactor = 80);
