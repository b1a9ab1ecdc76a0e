-- The cases as pages and programs see them: own copies of what a case needs of its feedback.
create table case_file (
  case_id       uuid        primary key,
  feedback_id   uuid        not null,
  -- whom it is about: what is personal goes when that person is erased
  subject_id    uuid        not null,
  status        text        not null,
  priority      text        not null,
  owner         uuid,
  escalated_to  uuid,
  opened_at     timestamptz not null,
  due_at        timestamptz not null,
  contacted_at  timestamptz,
  escalated_at  timestamptz,
  resolved_at   timestamptz,
  closed_at     timestamptz,
  changed_at    timestamptz not null,
  kind          text        not null,
  occurred_at   timestamptz not null,
  touchpoint    text,
  channel       text,
  language      text,
  customer_ref  text,
  customer_name text,
  reason        text        not null,
  scores        text        not null,
  comment       text,
  outcome       text,
  root_cause    text
);
create index case_file_subject on case_file (subject_id);
create index case_file_column on case_file (status, due_at, case_id);
create index case_file_due on case_file (due_at, case_id);
create index case_file_opened on case_file (opened_at desc, case_id desc);
create index case_file_touchpoint on case_file (touchpoint);
create index case_file_owner on case_file (owner, status);
create index case_file_escalated_to on case_file (escalated_to, status) where escalated_to is not null;
create index case_file_closed on case_file (closed_at desc) where status = 'CLOSED';

-- Who has what to do: the owner of a case, and the manager to whom it escalated. Without work once it is resolved.
create table duty (
  case_id   uuid    not null,
  kind      text    not null,
  colleague uuid    not null,
  active    boolean not null,
  primary key (case_id, kind)
);

-- How much each of them has to do. Counted by the trigger, in the transaction that gives or takes the work.
create table workload (
  colleague uuid    not null,
  kind      text    not null,
  cases     integer not null,
  primary key (colleague, kind)
) with (fillfactor = 50);

create function count_duty() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.active then
    update action_plan.workload set cases = cases - 1 where colleague = old.colleague and kind = old.kind;
  end if;
  if new.active then
    insert into action_plan.workload values (new.colleague, new.kind, 1)
      on conflict (colleague, kind) do update set cases = workload.cases + 1;
  end if;
  return null;
end $$;
create trigger duty_counted after insert or update on duty
  for each row execute function count_duty();

-- What a repeatable request was answered, by the program that asked and the key it gave.
create table answered_request (
  client      uuid        not null,
  key         text        not null,
  fingerprint bytea       not null,
  position    bigint      not null,
  answered_at timestamptz not null,
  primary key (client, key)
);
create index answered_request_age on answered_request (answered_at);
