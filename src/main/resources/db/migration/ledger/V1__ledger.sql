-- What each party owes under the compacts in force, and what it reported.

-- One row per commitment and span of time in which it read the same. A projection of the adopted
-- versions; only the ledger's own job writes it.
create table ledger.commitment (
    region text not null,
    id text not null,
    valid_from date not null,
    valid_to date,
    version text not null,
    ordinal integer not null,
    article_id text not null,
    article_number text not null,
    article_title text not null,
    chapter_number text not null,
    chapter_title text not null,
    source text not null,
    text_zh text not null,
    text_en text not null,
    kind text not null,
    category text not null,
    start_on date not null,
    deadline date,
    cycle text,
    parties text[] not null,
    public boolean not null,
    clause text not null,
    primary key (region, id, valid_from)
);

-- One row per bound party of a commitment in force today: everything a list filters by, and the
-- light as it was judged last. A projection; the versions and the reports are the record.
create table ledger.obligation (
    region text not null,
    commitment text not null,
    party text not null,
    ordinal integer not null,
    article_id text not null,
    chapter_title text not null,
    category text not null,
    text_zh text not null,
    text_en text not null,
    start_on date not null,
    deadline date,
    cycle text,
    public boolean not null,
    light text not null default 'none',
    was_late boolean not null default false,
    percent integer not null default 0,
    reason text not null default 'silent',
    reason_values text[] not null default '{}',
    rule text not null default '',
    due date,
    primary key (region, commitment, party)
);
create index obligation_order on ledger.obligation (region, ordinal, party) include (public);
create index obligation_party on ledger.obligation (region, party, ordinal)
    include (commitment, public);
create index obligation_light on ledger.obligation (region, light, ordinal, party);
create index obligation_chapter on ledger.obligation (region, chapter_title, ordinal, party);
create index obligation_due on ledger.obligation (region, due, ordinal, party);
-- Small, because few values repeat: what a list counts is counted without reading the rows.
create index obligation_tally
    on ledger.obligation (region, party, chapter_title, category, light, public);

-- How many obligations of each light a party has in a chapter, and how many commitments a region:
-- counted where lights are judged, so that a page need not count every row.
create table ledger.tally (
    region text not null,
    party text not null,
    chapter_title text not null,
    light text not null,
    ordinal integer not null,
    public boolean not null,
    n integer not null,
    finished integer not null,
    late integer not null,
    percent bigint not null,
    primary key (region, party, chapter_title, light)
);

create table ledger.extent (
    region text primary key,
    commitments integer not null,
    public boolean not null
);

-- Which unit leads or cooperates, from when to when. Named by the text (basis = clause) or by a body.
create table ledger.assignment (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    unit text not null,
    role text not null check (role in ('lead', 'cooperating')),
    valid_from date not null,
    valid_to date,
    by_body text not null,
    by_person text not null,
    at timestamptz not null
);
create index assignment_commitment on ledger.assignment (region, commitment, party);
create index assignment_unit on ledger.assignment (unit, region, commitment);
create index assignment_lead on ledger.assignment (region, party, commitment)
    where role = 'lead' and valid_to is null;

create table ledger.progress (
    id uuid primary key,
    region text not null,
    commitment text not null,
    party text not null,
    body text not null,
    person text not null,
    on_day date not null,
    at timestamptz not null,
    percent integer not null check (percent between 0 and 100),
    text text not null,
    simulated boolean not null default false
);
create index progress_commitment on ledger.progress (region, commitment, party, at);
create index progress_body on ledger.progress (body, at);

create table ledger.returned (
    progress uuid primary key references ledger.progress,
    region text not null,
    party text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    reason text not null
);

create table ledger.evidence (
    id uuid primary key,
    progress uuid not null references ledger.progress,
    region text not null,
    party text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 bytea not null,
    content bytea not null
);
create index evidence_progress on ledger.evidence (progress);

create table ledger.issued (
    id uuid primary key,
    region text not null,
    as_of date not null,
    title text not null,
    number text not null,
    recipients text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    simulated boolean not null,
    docx bytea not null,
    pdf bytea not null,
    sha256 bytea not null
);

-- A region's whole ledger is the agreement itself: every body of the region reads it, and the
-- public where the compact says so.
create function ledger.in_region(asked text) returns boolean language sql stable parallel safe
    return asked = host.region();

create function ledger.is_job() returns boolean language sql stable parallel safe
    return host.body() = 'job:ledger';

-- Whether the version in force gives the acting body a power.
create function ledger.may(asked text, power text) returns boolean language sql stable as $$
    select asked = host.region() and exists (
        select from compact.in_force v
        join compact.body b on b.version_id = v.id
        where v.region = asked and b.body = host.body() and power = any (b.powers))
$$;

-- Whether the acting body sees a party's rows.
create function ledger.sees(asked text, of_party text) returns boolean language sql stable as $$
    select (asked, of_party) in (select region, party from compact.visible)
$$;

-- Whether the acting body reports for a party: one of its departments, or its government.
create function ledger.belongs(asked text, of_party text) returns boolean language sql stable as $$
    select asked = host.region() and (split_part(host.body(), '/', 1) = of_party
        or exists (select from compact.in_force v
            join compact.body b on b.version_id = v.id
            where v.region = asked and b.body = host.body() and b.party = of_party
              and 'report-progress' = any (b.powers)))
$$;

-- `(select ...)` in a policy is asked once for a query; without it, once for every row.
alter table ledger.commitment enable row level security;
alter table ledger.commitment force row level security;
create policy read on ledger.commitment for select
    using (region = (select host.region()) or public or (select ledger.is_job()));
create policy project on ledger.commitment for all
    using ((select ledger.is_job())) with check (ledger.is_job());

alter table ledger.obligation enable row level security;
alter table ledger.obligation force row level security;
create policy read on ledger.obligation for select
    using (region = (select host.region()) or public or (select ledger.is_job()));
create policy project on ledger.obligation for all
    using ((select ledger.is_job())) with check (ledger.is_job());

do $$
declare
    name text;
begin
    foreach name in array array['tally', 'extent'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
        execute format('create policy read on ledger.%I for select using
            (region = (select host.region()) or public or (select ledger.is_job()))', name);
        execute format('create policy project on ledger.%I for all
            using ((select ledger.is_job())) with check (ledger.is_job())', name);
    end loop;
end
$$;

alter table ledger.assignment enable row level security;
alter table ledger.assignment force row level security;
create policy read on ledger.assignment for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy project on ledger.assignment for insert
    with check (ledger.is_job() and by_body = 'clause');
create policy finish on ledger.assignment for update
    using (ledger.is_job() and by_body = 'clause');
create policy assign on ledger.assignment for insert
    with check (by_body = host.body() and by_person = host.person()
        and ledger.may(region, 'assign') and ledger.sees(region, party));

-- Who may report on an obligation: its lead units, or, while none is named, those of the party.
create function ledger.may_report(asked text, of_commitment text, of_party text)
returns boolean language sql stable as $$
    select exists (select from ledger.assignment a
            where a.region = asked and a.commitment = of_commitment and a.party = of_party
              and a.role = 'lead' and a.valid_to is null and a.unit = host.body())
        or (ledger.belongs(asked, of_party) and not exists (select from ledger.assignment a
            where a.region = asked and a.commitment = of_commitment and a.party = of_party
              and a.role = 'lead' and a.valid_to is null))
$$;

-- What a party reports is seen by the party, by the bodies that see it, and by who filed it.
alter table ledger.progress enable row level security;
alter table ledger.progress force row level security;
create policy seen on ledger.progress for select
    using (ledger.is_job() or body = host.body()
        or (region, party) in (select region, party from compact.visible));
create policy file on ledger.progress for insert
    with check (body = host.body() and person = host.person()
        and ledger.may_report(region, commitment, party));
create policy simulate on ledger.progress for insert
    with check (simulated and body = host.body() and ledger.is_job());

alter table ledger.returned enable row level security;
alter table ledger.returned force row level security;
create policy seen on ledger.returned for select
    using (ledger.is_job() or (region, party) in (select region, party from compact.visible)
        or exists (select from ledger.progress p where p.id = progress));
create policy give_back on ledger.returned for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'supervise') and ledger.sees(region, party)
        and exists (select from ledger.progress p
            where p.id = progress and p.region = returned.region and p.party = returned.party));

alter table ledger.evidence enable row level security;
alter table ledger.evidence force row level security;
create policy seen on ledger.evidence for select
    using (exists (select from ledger.progress p where p.id = progress));
create policy file on ledger.evidence for insert
    with check (exists (select from ledger.progress p
        where p.id = progress and p.body = host.body() and p.region = evidence.region
          and p.party = evidence.party));

alter table ledger.issued enable row level security;
alter table ledger.issued force row level security;
create policy seen on ledger.issued for select using (ledger.in_region(region));
create policy issue on ledger.issued for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'issue-report'));

grant usage on schema ledger to tongquan_app;
grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.commitment, ledger.assignment, ledger.progress, ledger.returned,
    ledger.evidence, ledger.issued to tongquan_app;
grant select, insert, update, delete on ledger.commitment, ledger.obligation, ledger.tally,
    ledger.extent to tongquan_app;
grant update (valid_to) on ledger.assignment to tongquan_app;
