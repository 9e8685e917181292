-- The append-only log: what was recorded, and the Merkle tree over it.

-- One row: the name that every checkpoint of this log begins with, for good.
create table journal.log (
    single boolean primary key default true check (single),
    origin text not null
);

insert into journal.log (origin) select 'tongquan.journal/' || gen_random_uuid();

-- Transaction numbers only order what one cluster did. A database restored from a dump into another
-- cluster starts a new era; within an era the order is (xid, seq).
create table journal.era (
    era int primary key,
    cluster bigint not null,
    began_at timestamptz not null default now()
);

insert into journal.era (era, cluster)
select 1, system_identifier from pg_control_system();

-- No column default reads anything: recording costs one insert and nothing else.
create table journal.entry (
    era int not null default 1,
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    id uuid not null unique,
    kind text not null check (length(kind) between 1 and 60),
    subject uuid not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    salt bytea not null check (length(salt) = 16),
    digest bytea not null check (length(digest) = 32),
    primary key (era, xid, seq)
);

create index entry_by_subject on journal.entry (subject);

-- No foreign key: an entry can never be removed, and its key lock would write every entry twice.
create table journal.leaf (
    index bigint primary key check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    entry uuid not null unique
);

-- Complete subtrees of at least two leaves; the leaves themselves are level 0.
create table journal.node (
    level smallint not null check (level between 1 and 62),
    index bigint not null check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, index)
);

create table journal.checkpoint (
    size bigint primary key check (size > 0),
    root bytea not null check (length(root) = 32),
    at timestamptz not null,
    key_id text not null,
    note text not null
);

-- The keys that ever signed a checkpoint, as signed-note verifier keys.
create table journal.signer (
    key_id text primary key,
    verifier text not null
);

-- Second line behind the missing rights: also an owner who errs is stopped.
create function journal.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'journal.% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['log', 'era', 'entry', 'leaf', 'node', 'checkpoint', 'signer'] loop
        execute format('create trigger %I before update or delete on journal.%I'
            ' for each row execute function journal.refuse()', name || '_rows', name);
        execute format('create trigger %I before truncate on journal.%I'
            ' for each statement execute function journal.refuse()', name || '_whole', name);
        execute format('alter table journal.%I enable row level security', name);
        execute format('alter table journal.%I force row level security', name);
    end loop;
end
$$;

-- An entry can only be made in the name of whoever acts in the transaction. A unit or a body of a
-- region reads its own entries, anybody else only what the same person recorded; the sequencer and
-- the journal's own job read all.
create policy entry_made on journal.entry for insert
    with check (body = host.body() and person = host.person());
create policy entry_read on journal.entry for select
    using ((body = host.body() and (body ~ '[/:]' or person = host.person()))
        or host.body() in ('job:sequencer', 'job:journal'));

-- Leaves, nodes and checkpoints hold digests and belong to nobody; one job makes them.
create policy leaf_made on journal.leaf for insert with check (host.body() = 'job:sequencer');
create policy leaf_read on journal.leaf for select using (host.body() is not null);
create policy node_made on journal.node for insert with check (host.body() = 'job:sequencer');
create policy node_read on journal.node for select using (host.body() is not null);
create policy checkpoint_made on journal.checkpoint for insert
    with check (host.body() = 'job:sequencer');
create policy checkpoint_read on journal.checkpoint for select using (host.body() is not null);
create policy signer_made on journal.signer for insert with check (host.body() = 'job:sequencer');
create policy signer_read on journal.signer for select using (host.body() is not null);
create policy log_read on journal.log for select using (true);
create policy era_made on journal.era for insert with check (true);
create policy era_read on journal.era for select using (true);

-- Called at every start. Changes something only in the first start after a restore from a dump.
create function journal.settle_era() returns int language plpgsql security definer
    set search_path = pg_catalog as $$
declare
    latest journal.era;
    here bigint;
begin
    select system_identifier into here from pg_control_system();
    select * into latest from journal.era order by era desc limit 1;
    if latest.cluster = here then
        return latest.era;
    end if;
    lock table journal.entry in access exclusive mode;
    select * into latest from journal.era order by era desc limit 1;
    if latest.cluster <> here then
        insert into journal.era (era, cluster) values (latest.era + 1, here);
        execute format('alter table journal.entry alter column era set default %s',
            latest.era + 1);
        return latest.era + 1;
    end if;
    return latest.era;
end
$$;

revoke all on function journal.settle_era() from public;
grant usage on schema journal to tongquan_app;
grant execute on function journal.settle_era() to tongquan_app;
grant select on journal.log, journal.era, journal.entry, journal.leaf, journal.node, journal.checkpoint,
    journal.signer to tongquan_app;
grant insert (id, kind, subject, body, person, at, salt, digest) on journal.entry to tongquan_app;
grant insert on journal.leaf, journal.node, journal.checkpoint, journal.signer to tongquan_app;
