-- Cuts announced by the power company or ordered here, for a village or a commune.
create table planned_cut (
  id uuid primary key,
  place_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  source text not null,
  note text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  check (ends_at > starts_at)
);
create index planned_cut_place on planned_cut (place_id, ends_at desc);
create unique index planned_cut_once on planned_cut (place_id, starts_at, ends_at) where ended_at is null;
