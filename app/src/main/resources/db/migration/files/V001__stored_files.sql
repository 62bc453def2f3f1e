-- One row per upload; equal contents share one file on disk, whose path follows from sha256.
create table stored_file (
  id uuid primary key,
  name text not null,
  kind text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  place_id uuid not null,
  needs text not null,
  account_id uuid not null,
  account_name text not null,
  created_at timestamptz not null
);
create index stored_file_content on stored_file (sha256);
create index stored_file_account on stored_file (account_id, id);
