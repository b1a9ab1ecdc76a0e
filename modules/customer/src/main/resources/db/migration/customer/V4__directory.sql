-- Letters without their marks, in lower case: "Żółć" is found by "zolc" and the other way round.
create function folded(written text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(written),
    'áàâãäåăąćčçďđéèêëęěíìîïľĺłñńňóòôõöőŕřśšșşťțţúùûüůűýÿžźż',
    'aaaaaaaacccddeeeeeeiiiilllnnnoooooorrssssttttuuuuuuyyzzz')
$$;

-- A text as the words by which it is found: what stands between them in addresses, numbers and keys is a gap.
create function words(written text) returns text language sql immutable strict parallel safe as $$
  select translate(customer.folded(written), '@.-_+/:,;()[]{}"''\', repeat(' ', 18))
$$;

-- Everybody as their sources know them: one row for each subject. Lists are JSON.
create table acquaintance (
  subject_id    uuid        primary key,
  -- null until the subject has been recognised
  customer_id   uuid,
  source        text,
  ref           text,
  name          text,
  emails        text        not null,
  phones        text        not null,
  loyalty_cards text        not null,
  language      text,
  time_zone     text,
  account       text,
  role          text,
  attributes    text        not null,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  described_at  timestamptz,
  -- nobody is listed or found by it any more
  erased        boolean     not null default false,
  -- for the projection, also while a rebuild loads its copy: that has the keys, and indexes only at the end
  unique (customer_id, subject_id)
) with (fillfactor = 80);
create index acquaintance_key on acquaintance (source, ref) where ref is not null;

-- Customers as they are listed and looked for: the acquaintances of each, put together.
create table directory (
  customer_id   uuid        primary key,
  name          text,
  email         text,
  account       text,
  language      text,
  subjects      integer     not null,
  first_seen_at timestamptz not null,
  -- everything by which they are looked for
  words         text        not null
);
create index directory_account on directory (account) where account is not null;
create index directory_words on directory using gin (to_tsvector('simple', words));

-- When each customer was seen last. It changes with everything that comes in, and the words by which they are found must not be
-- written anew with it.
create table last_seen (
  customer_id  uuid        primary key,
  last_seen_at timestamptz not null
) with (fillfactor = 80);
create index last_seen_newest on last_seen (last_seen_at desc, customer_id desc);
