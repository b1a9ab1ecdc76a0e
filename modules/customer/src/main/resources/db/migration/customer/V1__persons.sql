-- Who is who. These tables are written in the transaction that records the event which says so, and are read before the next
-- decision; they are no read model. The personal parts (values of identities) go when the customer is erased.

create table customer (
  customer_id uuid        primary key,
  known_since timestamptz not null,
  -- of whom this one is a part; by which decision
  merged_into uuid,
  merge_id    uuid,
  erased_at   timestamptz,
  erasure_id  uuid
);
create index customer_parts on customer (merged_into) where merged_into is not null;

-- A key of a source system, or a piece of feedback that tells an address.
create table subject (
  subject_id  uuid primary key,
  -- as whom it was recognised: never changes
  home_id     uuid not null,
  -- whose it is now, after all merges
  customer_id uuid not null,
  source      text,
  ref         text
);
create index subject_customer on subject (customer_id);
create index subject_home on subject (home_id);

-- By what a subject can be recognised. A likeness is an address in which letters that look the same are the same.
create table identity (
  kind       text not null,
  value      text not null,
  subject_id uuid not null,
  primary key (kind, value, subject_id)
);
create index identity_subject on identity (subject_id);

-- Two customers who may be one; the smaller id first. Dismissed ones stay, so that they are not suggested again.
create table duplicate (
  one_id    uuid        not null,
  other_id  uuid        not null,
  reason    text        not null,
  found_at  timestamptz not null,
  dismissed boolean     not null default false,
  -- nobody is asked before
  put_off_until timestamptz,
  primary key (one_id, other_id)
);
create index duplicate_other on duplicate (other_id);
create index duplicate_open on duplicate (found_at) where not dismissed;
