-- That customers were erased, and what was taken out in the transaction that did it: rows by place. Nothing in it is personal but
-- pseudonymous ids. The hash is of all the rest.
create table erasure (
  erasure_id  uuid        primary key,
  customer_id uuid        not null,
  subjects    uuid[]      not null,
  reason      text        not null,
  asked_by    uuid,
  erased_at   timestamptz not null,
  taken_out   text        not null,
  hash        bytea       not null
);
create index erasure_customer on erasure (customer_id);
