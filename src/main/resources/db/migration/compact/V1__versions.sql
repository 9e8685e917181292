-- Adopted versions: immutable bytes with their digest, and flat tables derived from them once, at
-- adoption. Nothing here is ever changed or removed; the application's role has no right to.
--
-- Reading is open to every actor, because an agreement holds no party's own facts and everybody
-- whom it binds must be able to read it. Writing needs an actor.

create table compact.version (
    id uuid primary key,
    region text not null check (region ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    version text not null check (length(version) between 1 and 100),
    kind text not null check (kind in ('base', 'region', 'pair', 'zone')),
    adoption text not null check (adoption in ('issued', 'signed', 'resolved')),
    name_zh text not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    digest bytea not null unique check (length(digest) = 32),
    bytes bytea not null check (sha256(bytes) = digest),
    adopted_at timestamptz not null,
    adopted_by text not null,
    adopted_person text not null,
    unique (region, version)
);

create index version_in_force on compact.version (region, valid_from desc, adopted_at desc);

-- Which version of a base, or of the region around, a version was resolved with.
create table compact.built_on (
    version_id uuid not null references compact.version,
    position int not null,
    base_id uuid not null references compact.version,
    primary key (version_id, position)
);

create table compact.signature (
    version_id uuid not null references compact.version,
    party text not null,
    key_id text not null,
    algorithm text not null check (algorithm = 'Ed25519'),
    public_key bytea not null,
    bytes bytea not null,
    primary key (version_id, party, key_id)
);

create table compact.party (
    version_id uuid not null references compact.version,
    region text not null,
    party text not null,
    kind text not null check (kind in ('city', 'county', 'area', 'outside')),
    role text not null check (role in ('member', 'partner')),
    name_zh text not null,
    name_en text,
    valid_from date,
    valid_to date,
    primary key (version_id, party)
);

-- A body acts as `<region>:<id>`; it sees the rows of all parties or of its own.
create table compact.body (
    version_id uuid not null references compact.version,
    region text not null,
    body text not null,
    kind text not null,
    name_zh text not null,
    name_en text,
    sees text not null check (sees in ('all', 'own')),
    party text check (sees = 'all' or party is not null),
    powers text[] not null,
    primary key (version_id, body)
);

create index body_by_name on compact.body (body);

create table compact.clause (
    version_id uuid not null references compact.version,
    id text not null,
    article text not null,
    position int not null,
    parties text[] not null,
    clause jsonb not null,
    primary key (version_id, id)
);

-- The version of each compact that is in force on this day in China: of those whose time has come,
-- the one that began last, and of these the one adopted last.
create view compact.in_force with (security_invoker = true) as
select distinct on (region) id, region, version, kind
from compact.version
where valid_from <= (now() at time zone 'Asia/Shanghai')::date
  and (valid_to is null or valid_to >= (now() at time zone 'Asia/Shanghai')::date)
order by region, valid_from desc, adopted_at desc, id;

-- The pairs of region and party whose rows the acting body sees now. A body of a compact sees what
-- the compact says; a department `<party>/<unit>` sees its own party wherever that is a party.
create view compact.visible with (security_invoker = true) as
select p.region, p.party
from compact.in_force v
join compact.body b on b.version_id = v.id and b.body = host.body()
join compact.party p on p.version_id = v.id and (b.sees = 'all' or b.party = p.party)
where (p.valid_from is null or p.valid_from <= (now() at time zone 'Asia/Shanghai')::date)
  and (p.valid_to is null or p.valid_to >= (now() at time zone 'Asia/Shanghai')::date)
union
select p.region, p.party
from compact.in_force v
join compact.party p on p.version_id = v.id
where strpos(host.body(), '/') > 0
  and p.party = split_part(host.body(), '/', 1)
  and (p.valid_from is null or p.valid_from <= (now() at time zone 'Asia/Shanghai')::date)
  and (p.valid_to is null or p.valid_to >= (now() at time zone 'Asia/Shanghai')::date);

alter table compact.version enable row level security;
alter table compact.version force row level security;
create policy read_all on compact.version for select using (true);
create policy adopt on compact.version for insert
    with check (adopted_by = host.body() and adopted_person = host.person()
        and (host.body() like 'job:%' or host.region() = region));

-- What is derived can only be added to a version that the same transaction adopted.
create function compact.is_own_adoption(wanted uuid) returns boolean language sql stable as $$
    select exists (select from compact.version v
        where v.id = wanted and v.adopted_by = host.body()
          and v.xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295))
$$;

do $$
declare
    name text;
begin
    foreach name in array array['built_on', 'signature', 'party', 'body', 'clause'] loop
        execute format('alter table compact.%I enable row level security', name);
        execute format('alter table compact.%I force row level security', name);
        execute format('create policy read_all on compact.%I for select using (true)', name);
        execute format('create policy adopt on compact.%I for insert
            with check (compact.is_own_adoption(version_id))', name);
    end loop;
end
$$;

-- Second line behind the missing rights: also an owner who errs is stopped.
create function compact.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'compact.% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['version', 'built_on', 'signature', 'party', 'body', 'clause'] loop
        execute format('create trigger append_only before update or delete or truncate
            on compact.%I for each statement execute function compact.refuse()', name);
    end loop;
end
$$;

grant usage on schema compact to tongquan_app;
grant select, insert on compact.version, compact.built_on, compact.signature, compact.party,
    compact.body, compact.clause to tongquan_app;
grant select on compact.in_force, compact.visible to tongquan_app;
grant execute on function compact.is_own_adoption(uuid) to tongquan_app;
