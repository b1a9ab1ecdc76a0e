-- Letters without their marks, in lower case: "Żółć" is found by "zolc" and the other way round.
create function folded(written text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(written),
    'áàâãäåăąćčçďđéèêëęěíìîïľĺłñńňóòôõöőŕřśšșşťțţúùûüůűýÿžźż',
    'aaaaaaaacccddeeeeeeiiiilllnnnoooooorrssssttttuuuuuuyyzzz')
$$;

-- A text as the words by which it is found: what stands between them in addresses, numbers and keys is a gap.
create function words(written text) returns text language sql immutable strict parallel safe as $$
  select translate(insight.folded(written), '@.-_+/:,;()[]{}"''\', repeat(' ', 18))
$$;

-- Everybody as one source knows them, and whose customer that is. What is told at length is read from the events: here is
-- only what the list shows and by what customers are looked for. Those parts go when the customer is erased.
create table subject (
  subject_id    uuid        primary key,
  -- null until the subject has been recognised
  customer_id   uuid,
  recognised_by text,
  recognised_at timestamptz,
  source        text,
  ref           text,
  name          text,
  email         text,
  words         text        not null,
  account       text,
  role          text,
  language      text,
  -- the newest description: when it was made, and its position in the store
  described_at  timestamptz,
  description   bigint,
  feedback      integer     not null default 0,
  -- the newest score
  scored_at     timestamptz,
  metric        text,
  value         numeric(4, 1),
  scale         text,
  band          smallint,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  erased        boolean     not null default false,
  -- for the projection, also while a rebuild loads its copy: that has the keys, and indexes only at the end
  unique (customer_id, subject_id)
) with (fillfactor = 80);
create index subject_account on subject (source, account) where account is not null;

-- The cases of everybody.
create table customer_case (
  case_id     uuid        primary key,
  subject_id  uuid        not null,
  feedback_id uuid        not null,
  -- when the customer said it
  occurred_at timestamptz not null,
  touchpoint  text,
  priority    text        not null,
  status      text        not null,
  owner       uuid,
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  unique (subject_id, case_id)
);

-- What happened with whom, and where it stands in the store: the words are there.
create table timeline (
  subject_id  uuid        not null,
  happened_at timestamptz not null,
  position    bigint      not null,
  kind        text        not null,
  primary key (subject_id, happened_at, position)
);

-- Customers as they are listed and looked for: who they are, of all their subjects. It changes when something new is known of them, and
-- not with everything that they say: every index would be written with it.
create table customer (
  customer_id   uuid        primary key,
  name          text,
  email         text,
  account       text,
  language      text,
  sources       text[]      not null,
  subjects      integer     not null,
  erased        boolean     not null,
  -- everything by which they are looked for
  words         text        not null
);
create index customer_words on customer using gin (to_tsvector('simple', words));
create index customer_sources on customer using gin (sources);
create index customer_account on customer (account) where account is not null;
create index customer_language on customer (language) where language is not null;

-- How each of them stands. Most of what they say changes no column that has an index, so there is room to write it beside.
create table standing (
  customer_id   uuid        primary key,
  feedback      integer     not null,
  open_cases    integer     not null,
  next_due_at   timestamptz,
  scored_at     timestamptz,
  metric        text,
  value         numeric(4, 1),
  scale         text,
  band          smallint,
  first_seen_at timestamptz not null
) with (fillfactor = 80);
create index standing_band on standing (band) where band is not null;
create index standing_with_open_cases on standing (customer_id) where open_cases > 0;

-- When each of them was seen last, in whose order they are listed: all that changes always.
create table last_seen (
  customer_id   uuid        primary key,
  last_seen_at  timestamptz not null
) with (fillfactor = 80);
create index last_seen_newest on last_seen (last_seen_at desc, customer_id desc);
