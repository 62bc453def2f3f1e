-- Browsers whose owner wants notices there. The push service's address is the browser's own choice.
create table subscription (
  id uuid primary key,
  account_id uuid not null,
  endpoint text not null unique,
  key text not null,
  auth text not null,
  language text not null,
  device text not null,
  created_at timestamptz not null,
  reached_at timestamptz
);
create index subscription_account on subscription (account_id);
