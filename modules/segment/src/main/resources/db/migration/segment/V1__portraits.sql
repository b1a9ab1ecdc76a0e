-- A number as a source has written it; null when it is none.
create function number_in(written text) returns numeric language sql immutable parallel safe as $$
  select case when written ~ '^\s*[+-]?[0-9]{1,15}([.][0-9]{1,6})?\s*$' then written::numeric end
$$;

-- Everybody as their sources know them, as far as rules ask: one row for each subject.
create table acquaintance (
  subject_id    uuid        primary key,
  -- null until the subject has been recognised
  customer_id   uuid,
  name          text,
  has_email     boolean     not null,
  has_phone     boolean     not null,
  has_card      boolean     not null,
  language      text,
  time_zone     text,
  account       text,
  role          text,
  attributes    jsonb       not null,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  described_at  timestamptz,
  -- nothing is kept of them, and nothing is learnt any more
  erased        boolean     not null,
  -- a constraint, since the projection looks for customers, also while it is rebuilt
  unique (customer_id, subject_id)
) with (fillfactor = 80);

-- What rules ask of each customer: the acquaintances put together. Who is no customer any more stays, as not present.
create table portrait (
  customer_id   uuid        primary key,
  present       boolean     not null,
  name          text,
  has_email     boolean     not null,
  has_phone     boolean     not null,
  has_card      boolean     not null,
  language      text,
  time_zone     text,
  account       text,
  role          text,
  attributes    jsonb       not null,
  first_seen_at timestamptz
);
create index portrait_first_seen on portrait (first_seen_at);

-- When each customer who is present was seen last. It changes with everything that comes in, and nothing else is written with it.
create table last_seen (
  customer_id  uuid        primary key,
  last_seen_at timestamptz not null
) with (fillfactor = 80);
create index last_seen_moment on last_seen (last_seen_at);

-- What customers said, as far as rules ask. A band is -1, 0 or 1.
create table voice (
  feedback_id uuid        not null,
  subject_id  uuid        not null,
  kind        text        not null,
  occurred_at timestamptz not null,
  nps         real,
  nps_band    smallint,
  csat        smallint,
  csat_scale  text,
  csat_band   smallint,
  ces         smallint,
  ces_scale   text,
  ces_band    smallint,
  primary key (subject_id, occurred_at, feedback_id)
);
create index voice_occurred on voice (occurred_at);

-- Of whom something new is known, so that rules are to be asked again. Not part of the read model: a rebuild tells nothing new.
create table examination (
  customer_id uuid primary key,
  cause       text not null
);
