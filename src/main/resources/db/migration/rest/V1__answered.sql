-- What requests with an idempotency key were answered, so that a retry gets the same answer and
-- does nothing again. Written in the transaction of the change, seen by the acting body alone.
create table rest.answered (
    region text not null,
    body text not null,
    person text not null,
    key text not null check (length(key) between 1 and 200),
    request bytea not null,
    status integer not null check (status between 200 and 299),
    location text not null,
    tag text not null,
    answer bytea not null,
    at timestamptz not null,
    primary key (region, body, key)
);
create index answered_at on rest.answered (at);

alter table rest.answered enable row level security;
alter table rest.answered force row level security;
create policy own on rest.answered for select
    using (region = (select host.region()) and body = (select host.body()));
create policy keep on rest.answered for insert
    with check (region = host.region() and body = host.body() and person = host.person());
create policy forget on rest.answered for delete
    using (region = (select host.region()) and body = (select host.body()));

grant usage on schema rest to tongquan_app;
grant select, insert, delete on rest.answered to tongquan_app;
