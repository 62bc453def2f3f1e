-- Whom the people of a place may call; published on purpose by the office, open to everybody.
create table contact (
  place_id uuid primary key,
  name text not null,
  phone text not null check (phone ~ '^0[0-9]{8,10}$'),
  published_at timestamptz not null,
  version integer not null
);
