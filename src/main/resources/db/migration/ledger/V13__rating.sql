-- The office's own judgement of delivery, beside the light and apart from it; each revision is one
-- row, the highest one counts.
create table ledger.rating (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    revision integer not null check (revision > 0),
    level text not null check (level in ('likely', 'at-risk', 'unlikely')),
    reason text not null check (reason <> ''),
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, commitment, party, revision)
);
create index rating_moment on ledger.rating (region, at);

-- Which indicator an item's progress is computed from, where the compact does not say it.
create table ledger.item_measure (
    id uuid primary key,
    region text not null,
    item text not null,
    indicator text not null,
    revision integer not null check (revision > 0),
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, item, revision)
);

-- Lights are read by every body of a region, so are ratings; the public sees neither here.
alter table ledger.rating enable row level security;
alter table ledger.rating force row level security;
create policy read on ledger.rating for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy rate on ledger.rating for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'supervise') and ledger.sees(region, party)
        and not ledger.belongs(region, party));

alter table ledger.item_measure enable row level security;
alter table ledger.item_measure force row level security;
create policy read on ledger.item_measure for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy name on ledger.item_measure for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'assign'));

grant select, insert on ledger.rating, ledger.item_measure to tongquan_app;
