-- Segments as they are now.
create table segment (
  segment_id uuid        primary key,
  name       text        not null,
  revision   integer     not null,
  members    integer     not null,
  defined_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  closed_at  timestamptz
);

-- Every rule that a segment has had: what was found of a member is read with the rule of that time. JSON.
create table definition (
  segment_id uuid        not null,
  revision   integer     not null,
  name       text        not null,
  rule       text        not null,
  defined_by uuid        not null,
  defined_at timestamptz not null,
  primary key (segment_id, revision)
);

-- Who belonged to a segment from when to when, and why; findings are JSON.
create table membership (
  segment_id      uuid        not null,
  customer_id     uuid        not null,
  since           timestamptz not null,
  revision        integer     not null,
  cause           text        not null,
  findings        text        not null,
  until           timestamptz,
  until_revision  integer,
  until_cause     text,
  until_findings  text,
  primary key (segment_id, customer_id, since)
);
create index membership_now on membership (segment_id, since desc, customer_id desc) where until is null;
create index membership_then on membership (segment_id, since desc, customer_id desc);

-- How far the rules have been asked. Written with the events that say who enters and leaves, so it is no read model.
create table judgement (
  segment_id    uuid        primary key,
  -- the revision for which all customers have been or are being asked, and up to whom
  revision      integer     not null,
  complete      boolean     not null,
  asked_up_to   uuid,
  -- up to when it was looked who leaves a window of time
  swept_at      timestamptz not null,
  -- of the next event of its memberships, and the moment of the last one
  next_sequence bigint      not null,
  last_at       timestamptz not null
);

-- Who is in a segment by what has been recorded.
create table standing (
  segment_id  uuid not null,
  customer_id uuid not null,
  primary key (segment_id, customer_id)
);
