-- What an indicator said at the end of a month, for villages and the places above them.
create table snapshot (
  place_id uuid not null,
  code text not null,
  month date not null check (extract(day from month) = 1),
  numerator bigint not null,
  denominator bigint not null,
  taken_at timestamptz not null,
  primary key (place_id, month, code)
);
