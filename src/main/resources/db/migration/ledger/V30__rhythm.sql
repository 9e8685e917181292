-- The rhythm of reports that a body of the whole region set for one item of a plan, in place of the
-- one that the rule sets. Never changed: what was set last counts.
create table ledger.item_rhythm (
    id uuid primary key,
    region text not null,
    item text not null,
    revision integer not null check (revision > 0),
    rhythm text not null check (rhythm in ('monthly', 'quarterly', 'node', 'rule')),
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, item, revision)
);

alter table ledger.item_rhythm enable row level security;
alter table ledger.item_rhythm force row level security;

create policy seen on ledger.item_rhythm for select
    using ((select ledger.is_job()) or region = (select host.region()));
create policy set_rhythm on ledger.item_rhythm for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'supervise') and ledger.is_common(region)
        and exists (select from ledger.commitment c
            where c.region = item_rhythm.region and c.id = item_rhythm.item
              and c.kind = 'plan-item'));

grant select, insert on ledger.item_rhythm to tongquan_app;
