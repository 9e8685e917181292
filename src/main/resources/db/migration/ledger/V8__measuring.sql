-- Values of indicators by member: each revision is one row, the highest one counts.
create table ledger.measured (
    id uuid primary key,
    region text not null,
    indicator text not null,
    party text not null,
    kind text not null check (kind in ('decided', 'achieved')),
    on_day date not null,
    value numeric not null,
    source text not null,
    revision integer not null check (revision > 0),
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, indicator, party, kind, on_day, revision)
);

alter table ledger.measured enable row level security;
alter table ledger.measured force row level security;
-- Members compare themselves with each other: every body of the region reads every value.
create policy seen on ledger.measured for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy file on ledger.measured for insert
    with check (body = host.body() and person = host.person()
        and (ledger.belongs(region, party) or ledger.may(region, 'issue-report')));
grant select, insert on ledger.measured to tongquan_app;
