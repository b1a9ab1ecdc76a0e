-- Segments under their newest names.
create table segment (
  segment_id uuid        primary key,
  name       text        not null,
  closed_at  timestamptz
);

-- Every rule that a segment has had: what was found of a member is said with the rule of that time. JSON.
create table segment_rule (
  segment_id uuid    not null,
  revision   integer not null,
  rule       text    not null,
  primary key (segment_id, revision)
);

-- Who belonged to which segment, from when to when, and at which positions of the store that is told. Keyed by the customer
-- of that time, whose id is that of their first subject: whose that is today, insight.subject says. Findings are JSON.
create table membership (
  segment_id     uuid        not null,
  customer_id    uuid        not null,
  since          timestamptz not null,
  position       bigint      not null,
  revision       integer     not null,
  cause          text        not null,
  findings       text        not null,
  until          timestamptz,
  until_position bigint,
  primary key (customer_id, segment_id, since)
);
create index membership_of_segment on membership (segment_id, customer_id);
