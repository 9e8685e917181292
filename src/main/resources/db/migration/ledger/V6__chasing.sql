-- Chasing (督办): what was told when something fell due, notices with their steps, inspections.
-- Everything here is append-only; the state of a notice or finding is a fold over its events.

-- Each step of chasing that was taken, once: the claim, and the inputs it was computed from.
create table ledger.chase_step (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    notice uuid,
    subject text not null,
    step text not null,
    last_day date not null,
    day date not null,
    rule text not null,
    percent integer not null,
    bodies text[] not null,
    at timestamptz not null,
    unique (region, subject, step)
);
create index chase_step_item on ledger.chase_step (region, commitment, party, day);

-- Serial numbers of notices and inspections, one series for each region and year.
create table ledger.chase_serial (
    region text not null,
    series text not null,
    year integer not null,
    last integer not null,
    primary key (region, series, year)
);

-- A notice (督办单) to the units responsible for one obligation.
create table ledger.notice (
    id uuid primary key,
    region text not null,
    year integer not null,
    serial integer not null,
    commitment text not null,
    party text not null,
    item_zh text not null,
    item_en text not null,
    origin text not null,
    units text[] not null check (cardinality(units) > 0),
    issuer text not null,
    cause text not null check (cause in ('hand', 'overdue')),
    text text not null,
    last_day date,
    rule text not null,
    sign_within integer not null,
    answer_within integer not null,
    review_within integer,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    simulated boolean not null,
    unique (region, year, serial)
);
create index notice_order on ledger.notice (region, at desc, id desc);
create index notice_item on ledger.notice (region, commitment, party);

create table ledger.notice_event (
    id uuid primary key,
    notice uuid not null references ledger.notice,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in
        ('issued', 'signed', 'answered', 'returned', 'passed', 'closed', 'reopened')),
    text text not null,
    due date,
    provisional boolean not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (notice, seq)
);

-- A special inspection (专项督导) with what it found and how that was put right.
create table ledger.inspection (
    id uuid primary key,
    region text not null,
    year integer not null,
    serial integer not null,
    title text not null,
    scope text not null,
    parties text[] not null check (cardinality(parties) > 0),
    commitments text[] not null,
    rule text not null,
    rectify_within integer not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (region, year, serial)
);
create index inspection_order on ledger.inspection (region, at desc, id desc);

create table ledger.inspection_closed (
    inspection uuid primary key references ledger.inspection,
    region text not null,
    text text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null
);

create table ledger.finding (
    id uuid primary key,
    inspection uuid not null references ledger.inspection,
    region text not null,
    party text not null,
    commitment text not null,
    units text[] not null check (cardinality(units) > 0),
    text text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null
);
create index finding_inspection on ledger.finding (inspection, id);

create table ledger.finding_event (
    id uuid primary key,
    finding uuid not null references ledger.finding,
    region text not null,
    seq integer not null check (seq > 0),
    step text not null check (step in ('found', 'rectified', 'again', 'passed')),
    text text not null,
    due date,
    provisional boolean not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    unique (finding, seq)
);

-- Whether the acting body may check what a party and its units did: it supervises, and it is
-- neither one of the units nor of the party.
create function ledger.may_check(asked text, of_party text, units text[]) returns boolean
language sql stable as $$
    select ledger.may(asked, 'supervise') and ledger.sees(asked, of_party)
        and not host.body() = any (units) and not ledger.belongs(asked, of_party)
$$;

-- Whether the acting body is one of those responsible. What goes to a party's own bodies, because no
-- unit is named, every unit of the party may answer.
create function ledger.answers_for(asked text, of_party text, units text[]) returns boolean
language sql stable as $$
    select asked = host.region() and (host.body() = any (units)
        or (ledger.belongs(asked, of_party)
            and exists (select from unnest(units) u where u like asked || ':%')))
$$;

alter table ledger.chase_step enable row level security;
alter table ledger.chase_step force row level security;
create policy seen on ledger.chase_step for select
    using ((select ledger.is_job()) or host.body() = any (bodies)
        or (region, party) in (select region, party from compact.visible));
create policy take on ledger.chase_step for insert with check (ledger.is_job());

alter table ledger.chase_serial enable row level security;
alter table ledger.chase_serial force row level security;
create policy count on ledger.chase_serial for all
    using (ledger.is_job() or ledger.may(region, 'supervise'))
    with check (ledger.is_job() or ledger.may(region, 'supervise'));

alter table ledger.notice enable row level security;
alter table ledger.notice force row level security;
create policy seen on ledger.notice for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and (host.body() = any (units) or issuer = host.body()))
        or (region, party) in (select region, party from compact.visible));
create policy issue on ledger.notice for insert
    with check (body = host.body() and person = host.person() and cause = 'hand'
        and issuer = host.body() and ledger.may_check(region, party, units));
create policy overdue on ledger.notice for insert
    with check (body = host.body() and cause = 'overdue' and ledger.is_job());

-- The number of the last event; a function, because a policy cannot ask its own table.
create function ledger.last_of_notice(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(e.seq), 0) from ledger.notice_event e where e.notice = wanted
$$;

alter table ledger.notice_event enable row level security;
alter table ledger.notice_event force row level security;
create policy seen on ledger.notice_event for select
    using (exists (select from ledger.notice n where n.id = notice));
create policy act on ledger.notice_event for insert
    with check (body = host.body() and person = host.person()
        and seq = 1 + ledger.last_of_notice(notice)
        and exists (select from ledger.notice n
            where n.id = notice and n.region = notice_event.region
              and case
                  when step = 'issued' then seq = 1 and n.body = host.body()
                  when step in ('signed', 'answered')
                      then ledger.answers_for(n.region, n.party, n.units)
                  else ledger.may_check(n.region, n.party, n.units) end));

alter table ledger.inspection enable row level security;
alter table ledger.inspection force row level security;
create policy open on ledger.inspection for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'supervise'));

create function ledger.last_of_finding(wanted uuid) returns integer language sql stable as $$
    select coalesce(max(e.seq), 0) from ledger.finding_event e where e.finding = wanted
$$;

-- Who sees it: who inspects, who sees one of the parties, and units that something was found on.
create function ledger.inspected(wanted uuid) returns boolean language sql stable as $$
    select exists (select from ledger.finding f
        where f.inspection = wanted and f.region = host.region() and host.body() = any (f.units))
$$;
create policy seen on ledger.inspection for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and body = (select host.body()))
        or exists (select from compact.visible v
            where v.region = inspection.region and v.party = any (parties))
        or ledger.inspected(id));

alter table ledger.inspection_closed enable row level security;
alter table ledger.inspection_closed force row level security;
create policy seen on ledger.inspection_closed for select
    using (exists (select from ledger.inspection i where i.id = inspection));
create policy close on ledger.inspection_closed for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.inspection i
            where i.id = inspection and i.region = inspection_closed.region
              and i.body = host.body() and ledger.may(i.region, 'supervise')));

alter table ledger.finding enable row level security;
alter table ledger.finding force row level security;
create policy seen on ledger.finding for select
    using ((select ledger.is_job())
        or (region = (select host.region()) and (host.body() = any (units) or body = host.body()))
        or (region, party) in (select region, party from compact.visible));
create policy find on ledger.finding for insert
    with check (body = host.body() and person = host.person()
        and ledger.may_check(region, party, units)
        and exists (select from ledger.inspection i
            where i.id = inspection and i.region = finding.region and i.body = host.body()
              and finding.party = any (i.parties)));

alter table ledger.finding_event enable row level security;
alter table ledger.finding_event force row level security;
create policy seen on ledger.finding_event for select
    using (exists (select from ledger.finding f where f.id = finding));
create policy act on ledger.finding_event for insert
    with check (body = host.body() and person = host.person()
        and seq = 1 + ledger.last_of_finding(finding)
        and exists (select from ledger.finding f
            where f.id = finding and f.region = finding_event.region
              and case
                  when step = 'found' then seq = 1 and f.body = host.body()
                  when step = 'rectified'
                      then ledger.answers_for(f.region, f.party, f.units)
                  else f.body = host.body()
                      and ledger.may_check(f.region, f.party, f.units) end));

grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.chase_step, ledger.notice, ledger.notice_event, ledger.inspection,
    ledger.inspection_closed, ledger.finding, ledger.finding_event to tongquan_app;
grant select, insert on ledger.chase_serial to tongquan_app;
grant update (last) on ledger.chase_serial to tongquan_app;
