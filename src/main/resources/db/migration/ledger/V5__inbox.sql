-- What bodies were told (收件箱). Append-only: what was told stays told, so nothing is told twice.
create table ledger.told (
    id uuid primary key,
    region text not null,
    body text not null,
    key text not null,
    message text not null,
    vals text[] not null,
    href text not null,
    due date,
    by_body text not null,
    by_person text not null,
    at timestamptz not null,
    unique (region, body, key)
);
create index told_order on ledger.told (body, region, at desc, id desc);

-- Who has read it: a person, for the body.
create table ledger.told_read (
    told uuid not null references ledger.told,
    region text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    primary key (told, person)
);
create index told_read_person on ledger.told_read (body, person);

-- Only the body that was told reads it.
alter table ledger.told enable row level security;
alter table ledger.told force row level security;
create policy own on ledger.told for select
    using (body = (select host.body()) and region = (select host.region()));
create policy tell on ledger.told for insert
    with check (by_body = host.body() and by_person = host.person()
        and (ledger.is_job()
            or (region = host.region() and host.body() <> 'public'
                and host.body() not like 'job:%')));

alter table ledger.told_read enable row level security;
alter table ledger.told_read force row level security;
create policy own on ledger.told_read for select
    using (body = (select host.body()) and region = (select host.region()));
create policy mark on ledger.told_read for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and exists (select from ledger.told t where t.id = told and t.body = told_read.body
            and t.region = told_read.region));

grant select, insert on ledger.told, ledger.told_read to tongquan_app;
