-- An open inbox asks what has been recorded since.
create index inbox_recorded on inbox (recorded_at);
