-- Files that belong to an item: drawings, minutes, contracts. Never changed; one that was put there
-- by mistake is withdrawn, which stays on record like the file itself.
create table ledger.attachment (
    id uuid primary key,
    region text not null,
    item text not null,
    party text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 bytea not null,
    note text not null,
    content bytea not null
);
create index attachment_item on ledger.attachment (region, item, at);
create unique index attachment_once on ledger.attachment (region, item, party, sha256, body);

create table ledger.attachment_withdrawn (
    attachment uuid primary key references ledger.attachment,
    region text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    reason text not null
);

do $$
declare
    name text;
begin
    foreach name in array array['attachment', 'attachment_withdrawn'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
    end loop;
end
$$;

-- What a common body attaches is for the whole region; what a party attaches, for the party and the
-- bodies that see it.
create policy seen on ledger.attachment for select
    using ((select ledger.is_job())
        or (region = (select host.region())
            and (party = '' or body = (select host.body())
                or (region, party) in (select region, party from compact.visible))));
create policy attach on ledger.attachment for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and ((party = '' and ledger.may(region, 'draft') and ledger.is_common(region))
            or (party <> '' and ledger.belongs(region, party))));

create policy seen on ledger.attachment_withdrawn for select
    using (exists (select from ledger.attachment a where a.id = attachment));
create policy withdraw on ledger.attachment_withdrawn for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.attachment a
            where a.id = attachment and a.region = attachment_withdrawn.region
              and (a.body = host.body()
                  or (ledger.may(a.region, 'supervise') and ledger.is_common(a.region)))));

grant select, insert on ledger.attachment, ledger.attachment_withdrawn to tongquan_app;
