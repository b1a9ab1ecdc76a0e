create table lamp_post (lamp_id uuid primary key, number bigint generated always as identity);
create function lit(lamp uuid) returns boolean language sql as $$ select exists (select 1 from lamp_post.lamp_post where lamp_id = lamp) $$;
