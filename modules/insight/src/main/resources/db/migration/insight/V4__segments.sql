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

-- What everybody answered, for figures that depend on who it was: whose a subject is and who belongs to a segment changes
-- afterwards. The scope says under which circumstances it was.
create table answer (
  subject_id  uuid             not null,
  feedback_id uuid             not null,
  metric      text collate "C" not null,
  scale       text collate "C" not null,
  value       numeric(4, 1)    not null,
  occurred_at timestamptz      not null,
  occurred_on date             not null,
  recorded_at timestamptz      not null,
  scope_id    integer          not null,
  primary key (subject_id, feedback_id, metric)
);
-- Answers come in the order of time, more or less: an index of a few pages finds those of a month.
create index answer_occurred_on on answer using brin (occurred_on);
