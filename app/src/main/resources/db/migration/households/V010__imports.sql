-- Imports of sheets into the register. What is prepared (import_row, import_household, import_match) is unlogged: it can be made again from
-- the file, and a database that crashed empties it, which the program notices by the number of rows.
create table register_import (
  id uuid primary key,
  place_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  file_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null check (state in ('UPLOADED', 'READING', 'PREVIEWED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'FAILED')),
  as_of date not null,
  -- heading of the sheet: rows that it takes, texts of its columns, fingerprint
  heading jsonb not null,
  -- which register column each sheet column is, and the village of sheets without such a column
  mapping jsonb,
  facts jsonb,
  counts jsonb,
  -- progress of the work going on: its step, how much is done, of how much
  step text not null default '',
  done bigint not null default 0,
  total bigint not null default 0,
  failure_code text,
  failure_args text[] not null default '{}',
  -- when and in which state the program was last stopped in the middle of it
  cut_at timestamptz,
  cut_state text,
  created_at timestamptz not null,
  previewed_at timestamptz,
  committed_at timestamptz,
  undone_at timestamptz,
  undone_by text
);
create index register_import_place on register_import (place_id, id desc);
create index register_import_going_on on register_import (state) where state in ('READING', 'COMMITTING', 'UNDOING');

-- How a commune mapped the columns of sheets with these headings the last time.
create table import_mapping (
  place_id uuid not null,
  fingerprint text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (place_id, fingerprint)
);

create unlogged table import_row (
  import_id uuid not null,
  row_no int not null,
  has_error boolean not null,
  -- [{"code", "field", "args", "warning"}]
  problems jsonb,
  -- cells of a row that has problems, numbers of people masked
  raw text[],
  village_id uuid,
  number_key text collate "C",
  -- filled where the row says something new about its household
  new_household_id uuid,
  number text,
  lane text,
  address text,
  address_key text collate "C",
  household_attributes jsonb,
  new_person_id uuid,
  -- the same for the same village, household number, name and birth
  identity bigint,
  full_name text,
  name_key text collate "C",
  given_key text collate "C",
  sort_key text collate "C",
  birth_date date,
  birth_precision text,
  sex text,
  relation text,
  residence text,
  cccd_cipher bytea,
  cccd_hash bytea,
  cccd_mask text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_mask text,
  attributes jsonb,
  primary key (import_id, row_no)
);

create unlogged table import_household (
  import_id uuid not null,
  village_id uuid not null,
  number_key text collate "C" not null,
  first_row int not null,
  -- the register's household, else the one to be made
  household_id uuid not null,
  is_new boolean not null,
  is_changed boolean not null default false,
  version int not null,
  number text not null,
  lane text,
  address text,
  address_key text collate "C",
  attributes jsonb not null,
  members int not null default 0,
  head_row int,
  primary key (import_id, village_id, number_key)
);

create unlogged table import_match (
  import_id uuid not null,
  row_no int not null,
  class text not null check (class in ('NEW', 'CHANGED', 'UNCHANGED')),
  household_id uuid not null,
  person_id uuid not null,
  -- of the register's person when it was compared; 0 for new ones
  version int not null,
  primary key (import_id, row_no)
);
create index import_match_person on import_match (import_id, person_id) where class <> 'NEW';

-- Rows of the register as they were before an import changed them; what it made is known by its batch_id.
create table import_before (
  import_id uuid not null,
  subject text not null check (subject in ('household', 'person')),
  subject_id uuid not null,
  version_after int not null,
  image jsonb not null,
  primary key (import_id, subject_id)
);
