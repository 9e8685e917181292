-- The person of a unit who answers for its part in an obligation. Never changed: whoever was named
-- last counts.
create table ledger.responsible (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    unit text not null,
    who text not null check (who <> '' and length(who) <= 60),
    body text not null,
    person text not null,
    at timestamptz not null
);
create index responsible_item on ledger.responsible (region, commitment, party, unit, at desc);

alter table ledger.responsible enable row level security;
alter table ledger.responsible force row level security;

-- A name is for the bodies that see the party, and for the unit itself.
create policy seen on ledger.responsible for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible)
        or (region = (select host.region()) and unit = (select host.body())));
create policy name on ledger.responsible for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'assign') and ledger.sees(region, party)
        and exists (select from ledger.assignment a
            where a.region = responsible.region and a.commitment = responsible.commitment
              and a.party = responsible.party and a.unit = responsible.unit
              and a.valid_to is null));

grant select, insert on ledger.responsible to tongquan_app;
