-- Letters without their marks, in lower case: "opóźnienie" is found by "opoznienie" and the other way round.
create function folded(written text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(written),
    'áàâãäåăąćčçďđéèêëęěíìîïľĺłñńňóòôõöőŕřśšșşťțţúùûüůűýÿžźż',
    'aaaaaaaacccddeeeeeeiiiilllnnnoooooorrssssttttuuuuuuyyzzz')
$$;

-- The inbox: every feedback as people read it.
create table inbox (
  feedback_id    uuid primary key,
  -- whom it is about: what is personal goes when that person is erased
  subject_id     uuid        not null,
  recorded_at    timestamptz not null,
  occurred_at    timestamptz not null,
  kind           text        not null,
  source         text        not null,
  external_id    text        not null,
  language       text,
  customer_ref   text,
  customer_name  text,
  customer_email text,
  touchpoint     text,
  channel        text,
  product        text,
  region         text,
  segment        text,
  -- halves are exact in a real
  nps            real,
  csat           smallint,
  csat_scale     text,
  ces            smallint,
  ces_scale      text,
  -- -1 negative, 0 neutral, 1 positive
  nps_band       smallint,
  csat_band      smallint,
  ces_band       smallint,
  comment        text,
  attributes     text        not null
) with (fillfactor = 100);
create index inbox_subject on inbox (subject_id);
create index inbox_newest on inbox (occurred_at desc, feedback_id desc);
create index inbox_words on inbox using gin (to_tsvector('simple', folded(comment))) where comment is not null;
create index inbox_customer on inbox (customer_ref, occurred_at desc) where customer_ref is not null;
