-- What was said of each obligation, with everything it followed from: written when light, mark,
-- reason or progress changes, never changed afterwards.
create table ledger.light_change (
    no bigint generated always as identity primary key,
    -- the entry of the journal that holds the digest of all lines written together
    batch uuid not null,
    region text not null,
    commitment text not null,
    party text not null,
    day date not null,
    known timestamptz not null,
    light text not null,
    was_late boolean not null,
    percent integer not null check (percent between 0 and 100),
    reason text not null,
    reason_values text[] not null,
    rule text not null,
    due date,
    version text not null,
    facts text not null
);
create index light_change_of on ledger.light_change (region, commitment, party, no);

-- The facts say what a party reported: seen by whoever sees its reports.
alter table ledger.light_change enable row level security;
alter table ledger.light_change force row level security;
create policy seen on ledger.light_change for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible));
create policy judge on ledger.light_change for insert with check (ledger.is_job());

grant select, insert on ledger.light_change to tongquan_app;
