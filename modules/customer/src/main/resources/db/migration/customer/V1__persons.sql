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

-- Of whom a customer is a part, after all merges, or who they are themselves; null for nobody.
create function whole_of(part uuid) returns uuid language sql stable as $$
  with recursive above (customer_id, merged_into) as (
    select customer_id, merged_into from customer.customer where customer_id = part
    union all
    select next.customer_id, next.merged_into
      from customer.customer next join above on next.customer_id = above.merged_into)
  select customer_id from above where merged_into is null
$$;

-- Everybody who is a part of a customer, the customer first.
create function parts_of(whole uuid) returns setof uuid language sql stable as $$
  with recursive part (customer_id, depth) as (
    select whole, 0
    union all
    select below.customer_id, part.depth + 1
      from customer.customer below join part on below.merged_into = part.customer_id)
  select customer_id from part order by depth, customer_id
$$;

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
