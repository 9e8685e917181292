-- What parties owe one another, in double entry: accounts, postings of several legs, their proofs.
--
-- Postings, legs, batches and chunks are the record: added, never changed. Balances and
-- reservations are projections; both follow from the legs.

-- Each batch of postings that one transaction commits takes the next number; the postings in it are
-- numbered `batch * 16384 + place`.
create sequence settlement.batch_no;

-- An account belongs to a party, or, with party '-', to the region's own clearing. A positive amount
-- comes in, a negative one goes out, in the smallest part of the unit (fen, kg, litre, kgce).
create table settlement.account (
    no int generated always as identity primary key,
    id text not null unique,
    region text not null check (region ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    party text not null check (party ~ '^[a-z0-9-]{1,40}$'),
    purpose text not null check (purpose ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    unit text not null check (unit in ('CNY', 'tCO2', 'm3', 'tce')),
    -- what the balance with everything that may still go out, or come in, must keep to
    least bigint,
    most bigint,
    opened_at timestamptz not null,
    check (id = region || '/' || party || '/' || purpose || '/' || unit),
    check (coalesce(least, 0) <= 0 and coalesce(most, 0) >= 0)
);
create index account_party on settlement.account (region, party, id);

-- The last leg's figures again, where one row can be locked. Half of each page is kept free: a
-- changed row finds its place beside the old one.
create table settlement.balance (
    account int primary key,
    version bigint not null default 0,
    at timestamptz not null,
    posted bigint not null default 0,
    incoming bigint not null default 0 check (incoming >= 0),
    outgoing bigint not null default 0 check (outgoing <= 0),
    folded bigint not null default 0
) with (fillfactor = 50);

-- No foreign keys from here on: nothing they would point to can ever be removed, and each would lock
-- the busiest rows of all.
create table settlement.posting (
    no bigint primary key,
    kind text not null
        check (kind in ('moved', 'pending', 'settled', 'released', 'timed-out', 'reversal')),
    -- names a computation or a file's row, never a person: both sides read it
    key text not null unique check (length(key) between 1 and 120),
    content bytea not null check (length(content) = 32),
    purpose text not null check (purpose ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    event_at timestamptz not null,
    recorded_at timestamptz not null,
    until timestamptz,
    -- the pending that this one ends, or the posting that it reverses
    related bigint check (related < no),
    -- why: the clause, the version it was read in, and the digest of the inputs as they are stored
    accord text check (length(accord) between 1 and 80),
    accord_version text check (length(accord_version) between 1 and 100),
    inputs bytea check (length(inputs) = 32),
    check (until is null or kind = 'pending'),
    check ((related is null) = (kind in ('moved', 'pending'))),
    check ((accord is null) = (accord_version is null) and (accord is null) = (inputs is null))
);
-- A pending is ended at most once, a posting reversed at most once.
create unique index posting_related on settlement.posting (related) where related is not null;

-- Each leg carries the account's figures after it, so that the balance at any moment is one row.
create table settlement.leg (
    posting bigint not null,
    no smallint not null,
    account int not null,
    amount bigint not null,
    reserved bigint not null,
    version bigint not null,
    posted bigint not null,
    incoming bigint not null,
    outgoing bigint not null,
    event_at timestamptz not null,
    recorded_at timestamptz not null,
    -- a remark for the account's own side
    text text check (length(text) <= 200),
    primary key (posting, no),
    unique (account, version)
);

-- Open pendings.
create table settlement.reservation (
    posting bigint primary key,
    until timestamptz
);
create index reservation_until on settlement.reservation (until) where until is not null;

-- Between which moments some hundred legs of one account lie, and what they add up to: a balance by
-- moment of event adds up chunks, and reads the legs of those alone that lie across the moment.
create table settlement.chunk (
    account int not null,
    first_version bigint not null,
    last_version bigint not null check (last_version >= first_version),
    first_event timestamptz not null,
    last_event timestamptz not null,
    first_recorded timestamptz not null,
    amount numeric not null,
    primary key (account, first_version)
);

-- One root for each batch, recorded in the journal. The hashes are those of its postings in order;
-- the secret gives every posting and every leg a salt of its own, so that a proof tells nothing of
-- its neighbours.
create table settlement.batch (
    no bigint primary key,
    id uuid not null unique,
    recorded_at timestamptz not null,
    size int not null check (size > 0),
    root bytea not null check (length(root) = 32),
    hashes bytea not null check (length(hashes) = 32 * size),
    secret bytea not null check (length(secret) = 32),
    entry uuid not null
);

create function settlement.is_job() returns boolean language sql stable parallel safe
    return host.body() = 'job:settlement';

-- Who sees a party's rows sees its accounts and their legs; of a posting with a leg among them the
-- head, but no leg of the other side. `(select ...)` is asked once for a query.
alter table settlement.account enable row level security;
alter table settlement.account force row level security;
create policy seen on settlement.account for select using ((select settlement.is_job())
    or (region, party) in (select region, party from compact.visible));
create policy open_account on settlement.account for insert
    with check ((select settlement.is_job()));

do $$
declare
    name text;
begin
    foreach name in array array['balance', 'leg', 'chunk'] loop
        execute format('alter table settlement.%I enable row level security', name);
        execute format('alter table settlement.%I force row level security', name);
        execute format('create policy seen on settlement.%I for select
            using ((select settlement.is_job())
                or exists (select from settlement.account a where a.no = account))', name);
        execute format('create policy add on settlement.%I for insert
            with check ((select settlement.is_job()))', name);
    end loop;
    foreach name in array array['reservation', 'batch'] loop
        execute format('alter table settlement.%I enable row level security', name);
        execute format('alter table settlement.%I force row level security', name);
        execute format('create policy seen on settlement.%I for select
            using ((select settlement.is_job()))', name);
        execute format('create policy add on settlement.%I for insert
            with check ((select settlement.is_job()))', name);
    end loop;
end
$$;

create policy keep on settlement.balance for update
    using ((select settlement.is_job())) with check ((select settlement.is_job()));
create policy resolve on settlement.reservation for delete using ((select settlement.is_job()));

alter table settlement.posting enable row level security;
alter table settlement.posting force row level security;
create policy seen on settlement.posting for select using ((select settlement.is_job())
    or exists (select from settlement.leg l where l.posting = posting.no));
create policy add on settlement.posting for insert with check ((select settlement.is_job()));

-- Second line behind the missing rights: also an owner who errs is stopped.
create function settlement.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'settlement.% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['account', 'posting', 'leg', 'chunk', 'batch'] loop
        execute format('create trigger append_only before update or delete or truncate
            on settlement.%I for each statement execute function settlement.refuse()', name);
    end loop;
end
$$;

grant usage on schema settlement to tongquan_app;
grant execute on function settlement.is_job() to tongquan_app;
grant usage on sequence settlement.batch_no to tongquan_app;
grant select, insert on settlement.account, settlement.posting, settlement.leg, settlement.chunk,
    settlement.batch to tongquan_app;
grant select, insert, update on settlement.balance to tongquan_app;
grant select, insert, delete on settlement.reservation to tongquan_app;
