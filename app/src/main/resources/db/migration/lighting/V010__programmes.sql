-- When the lights of a cabinet burn; a cabinet without a row has the programme that everybody begins with.
create table programme (
  cabinet_id uuid primary key,
  sunset_offset_min smallint not null check (sunset_offset_min between -120 and 120),
  sunrise_offset_min smallint not null check (sunrise_offset_min between -120 and 120),
  -- some circuits rest in the middle of the night; both null when none does
  rest_from time,
  rest_until time,
  resting text[] not null,
  changed_by text not null,
  changed_at timestamptz not null,
  version integer not null,
  check ((rest_from is null) = (rest_until is null))
);

-- The plan that a cabinet was given, and whether it has shown that it holds it.
create table cabinet_plan (
  cabinet_id uuid primary key,
  version bigint not null,
  hash text not null,
  covers_until timestamptz not null,
  sent_at timestamptz not null,
  confirmed_at timestamptz
);
