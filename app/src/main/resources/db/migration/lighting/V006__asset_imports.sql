-- A sheet of lamps that somebody sent, until it is recorded, and what it made, so that it can be taken back.
create table asset_import (
  id uuid primary key,
  place_id uuid not null,
  file_name text not null,
  state text not null check (state in ('previewed', 'recorded', 'undone')),
  sent_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  made_roads uuid[] not null,
  made_cabinets uuid[] not null,
  made_circuits uuid[] not null,
  made_lamps uuid[] not null
);
create index asset_import_place on asset_import (place_id, id desc);

-- The cells of a row in the order of our columns, whatever their order in the sheet was.
create table asset_import_row (
  import_id uuid not null references asset_import,
  number integer not null,
  cells text[] not null,
  primary key (import_id, number)
);
