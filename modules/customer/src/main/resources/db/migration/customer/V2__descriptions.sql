-- How often a source has described a customer, and what it said last: so that what is said again is not recorded again. Written
-- in the transaction that records the description. The content is a hash; it goes when the customer is erased.
create table description (
  description_id uuid   primary key,
  subject_id     uuid   not null,
  sequence       bigint not null,
  content        bytea
) with (fillfactor = 80);
create index description_subject on description (subject_id);
