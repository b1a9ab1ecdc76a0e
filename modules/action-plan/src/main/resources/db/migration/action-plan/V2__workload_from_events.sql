-- Who has what to do is computed from the events alone, and can be computed again: it starts from the first of them.
drop table duty;
drop table workload;
drop function count_duty();

-- The owner of a case, and the manager to whom it escalated. Without work once it is resolved.
create table duty (
  case_id   uuid        not null,
  kind      text        not null,
  colleague uuid        not null,
  active    boolean     not null,
  -- When it was given, last of all.
  since     timestamptz not null,
  primary key (case_id, kind)
);

-- How many active duties each of them has; without those who have none.
create table workload (
  colleague uuid    not null,
  kind      text    not null,
  cases     integer not null,
  primary key (colleague, kind)
) with (fillfactor = 50);

-- What was given out and is perhaps not among the duties yet: those are learned from the events, a moment later.
create table given (
  case_id   uuid        not null,
  kind      text        not null,
  colleague uuid        not null,
  since     timestamptz not null,
  primary key (case_id, kind)
);
