-- How often a source has described a company, and what it said last: so that what is said again is not recorded again. Written in
-- the transaction that records the description.
create table account_description (
  account_id uuid   primary key,
  sequence   bigint not null,
  content    bytea  not null
);

-- Every company that a source has described or of which a customer was said to be one of its people. Who they are stands with the
-- customers, who may be merged, separated and erased.
create table account (
  account_id   uuid        primary key,
  source       text        not null,
  ref          text        not null,
  -- these three are empty as long as only customers have named it
  name         text,
  attributes   text        not null,
  described_at timestamptz,
  -- the name, or the key while there is none, as it is put in order
  sorted_by    text        collate "C" not null,
  -- everything by which it is looked for
  words        text        not null
);
create index account_order on account (sorted_by, account_id);
create index account_words on account using gin (to_tsvector('simple', words));

create index acquaintance_account on acquaintance (source, account, customer_id) where account is not null;
