-- The wording of official documents as an office edits it. Every version is kept; the highest one
-- counts. Version 0 is the one that the program ships and has no row.
create table ledger.template (
    id uuid primary key,
    region text not null,
    kind text not null
        check (kind in ('half-year', 'annual', 'bulletin', 'notice', 'minutes')),
    version integer not null check (version > 0),
    text text not null check (text <> '' and length(text) <= 20000),
    taken_from integer check (taken_from >= 0 and taken_from < version),
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, kind, version)
);
create index template_moment on ledger.template (region, kind, at desc);

-- The version by which a report was worded; null for those issued before there were templates.
alter table ledger.issued add column template integer;

alter table ledger.template enable row level security;
alter table ledger.template force row level security;
create policy seen on ledger.template for select
    using (region = (select host.region()) or (select ledger.is_job()));
create policy word on ledger.template for insert
    with check (body = host.body() and person = host.person()
        and ledger.may(region, 'issue-report'));

grant select, insert on ledger.template to tongquan_app;
