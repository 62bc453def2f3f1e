-- One row per thing that a second person is asked to agree to. A row leaves WAITING once.
create table approval (
  id uuid primary key,
  kind text not null,
  place_id uuid not null,
  permission text not null,
  summary_key text not null,
  args jsonb not null,
  reason text not null,
  payload text not null,
  requester_id uuid not null,
  requester_name text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('WAITING', 'GRANTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  answer text,
  check ((state = 'WAITING') = (closed_at is null)),
  check (state <> 'GRANTED' or closed_by <> requester_id)
);
create index approval_waiting on approval (place_id, permission) where state = 'WAITING';
create index approval_expiry on approval (expires_at) where state = 'WAITING';
create index approval_requester on approval (requester_id, id desc);
create index approval_closed on approval (closed_at) where closed_at is not null;
