-- What cooperating units say of a report (配合单位确认), and which alarms the rhythm of reports set off.

-- A unit cooperates in an obligation of another party too: it sees what is reported on that one.
create policy cooperate on ledger.progress for select
    using ((region, commitment, party) in (
        select a.region, a.commitment, a.party from ledger.assignment a
        where a.unit = (select host.body()) and a.role = 'cooperating' and a.valid_to is null));

-- Append-only: a unit may change its mind, its last word counts.
create table ledger.confirmation (
    id uuid primary key,
    progress uuid not null references ledger.progress,
    region text not null,
    commitment text not null,
    party text not null,
    revision integer not null check (revision > 0),
    agrees boolean not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    check (agrees or reason <> ''),
    unique (progress, body, revision)
);
create index confirmation_commitment on ledger.confirmation (region, commitment);

create table ledger.report_alarm (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    kind text not null check (kind in ('missing', 'idle')),
    key text not null,
    day date not null,
    since date not null,
    count integer not null,
    rule text not null,
    facts text not null,
    bodies text[] not null,
    at timestamptz not null,
    unique (region, commitment, party, key)
);
create index report_alarm_day on ledger.report_alarm (region, day);

alter table ledger.confirmation enable row level security;
alter table ledger.confirmation force row level security;
create policy seen on ledger.confirmation for select
    using (ledger.is_job() or body = host.body()
        or exists (select from ledger.progress p where p.id = progress));
create policy confirm on ledger.confirmation for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and exists (select from ledger.assignment a
            where a.region = confirmation.region and a.commitment = confirmation.commitment
              and a.party = confirmation.party and a.unit = host.body()
              and a.role = 'cooperating' and a.valid_to is null)
        and exists (select from ledger.progress p
            where p.id = progress and p.region = confirmation.region
              and p.commitment = confirmation.commitment and p.party = confirmation.party
              and p.body <> host.body())
        and not exists (select from ledger.returned r where r.progress = confirmation.progress));

alter table ledger.report_alarm enable row level security;
alter table ledger.report_alarm force row level security;
create policy seen on ledger.report_alarm for select
    using ((select ledger.is_job())
        or (region, party) in (select region, party from compact.visible));
create policy raise on ledger.report_alarm for insert with check (ledger.is_job());

grant select, insert on ledger.confirmation, ledger.report_alarm to tongquan_app;
