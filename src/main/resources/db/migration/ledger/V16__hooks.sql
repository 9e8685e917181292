-- Addresses to which bodies have their tellings sent, and how each telling fares. The outbox is
-- ledger.told itself, written in the transaction of the change.
create table ledger.hook (
    id uuid primary key,
    region text not null,
    body text not null,
    url text not null check (length(url) <= 500),
    types text not null,
    -- the key of its signatures, encrypted by the instance's vault
    secret bytea not null,
    secret_key text not null,
    made_at timestamptz not null,
    person text not null,
    ended_at timestamptz,
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
);
create index hook_body on ledger.hook (region, body);

create table ledger.hook_delivery (
    hook uuid not null references ledger.hook,
    told uuid not null references ledger.told,
    region text not null,
    body text not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    status integer not null default 0,
    fault text not null default '' check (length(fault) <= 200),
    done_at timestamptz,
    primary key (hook, told)
);
create index hook_delivery_next on ledger.hook_delivery (hook, next_at) where state = 'waiting';

create function ledger.own_hook(asked uuid) returns boolean language sql stable as $$
    select exists (select from ledger.hook h where h.id = asked
        and h.body = host.body() and h.region = host.region())
$$;

alter table ledger.hook enable row level security;
alter table ledger.hook force row level security;
create policy own on ledger.hook for select
    using (body = (select host.body()) and region = (select host.region()));
-- The rounds find out for which bodies there is something to do.
create policy rounds on ledger.hook for select using ((select host.body()) = 'job:hooks');
create policy make on ledger.hook for insert
    with check (body = host.body() and region = host.region() and person = host.person()
        and ended_at is null and host.body() <> 'public' and host.body() not like 'job:%');
create policy finish on ledger.hook for update
    using (body = host.body() and region = host.region() and ended_at is null)
    with check (body = host.body() and region = host.region() and ended_by = host.person());

alter table ledger.hook_delivery enable row level security;
alter table ledger.hook_delivery force row level security;
create policy own on ledger.hook_delivery for select
    using (body = (select host.body()) and region = (select host.region()));
create policy queue on ledger.hook_delivery for insert
    with check (body = host.body() and region = host.region() and ledger.own_hook(hook)
        and exists (select from ledger.told t where t.id = told and t.body = host.body()
            and t.region = host.region()));
create policy go_on on ledger.hook_delivery for update
    using (body = host.body() and region = host.region())
    with check (body = host.body() and region = host.region());

grant execute on function ledger.own_hook(uuid) to tongquan_app;
grant select, insert on ledger.hook, ledger.hook_delivery to tongquan_app;
grant update (ended_at, ended_by) on ledger.hook to tongquan_app;
grant update (state, attempts, next_at, status, fault, done_at) on ledger.hook_delivery
    to tongquan_app;
