-- Keys of programs: machine accounts that act for one body. What is kept is the SHA-256 of 256
-- random bits, so that whoever reads the table cannot use what it holds.
create table identity.api_key (
    id uuid primary key,
    region text not null,
    body text not null,
    name text not null check (length(name) between 1 and 60),
    prefix text not null,
    hash bytea not null unique check (length(hash) = 32),
    powers text[] not null
        check (powers <@ array['REPORT_PROGRESS', 'SUPERVISE', 'ISSUE_REPORT']),
    per_minute integer not null check (per_minute between 1 and 6000),
    made_at timestamptz not null,
    made_by text not null,
    expires_at timestamptz not null check (expires_at > made_at),
    revoked_at timestamptz,
    revoked_by text,
    -- last used, last tried after its end: to the minute
    used_at timestamptz,
    refused_at timestamptz,
    check ((revoked_at is null) = (revoked_by is null))
);
create index api_key_body on identity.api_key (region, body);

create function identity.keep_revoked() returns trigger language plpgsql as $$
begin
    if old.revoked_at is not null and (new.revoked_at, new.revoked_by)
            is distinct from (old.revoked_at, old.revoked_by) then
        raise exception 'identity.api_key: what was revoked stays revoked'
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger api_key_revoked before update on identity.api_key
    for each row execute function identity.keep_revoked();

alter table identity.api_key enable row level security, force row level security;

-- The officer who manages the region's people, its security officer, the body it acts for, and the
-- job that recognises keys.
create policy seen on identity.api_key for select using (
    identity.manages(region) or identity.guards(region)
    or (body = (select host.body()) and region = (select host.region()))
    or (select identity.is_job('keys')));
create policy issued on identity.api_key for insert with check (
    identity.manages(region) and made_by = host.person()
    and revoked_at is null and used_at is null and refused_at is null);
create policy revoked on identity.api_key for update
    using (identity.manages(region))
    with check (identity.manages(region) and revoked_by = host.person());
create policy used on identity.api_key for update using (identity.is_job('keys'));

grant select, insert on identity.api_key to tongquan_app;
grant update (revoked_at, revoked_by, used_at, refused_at) on identity.api_key to tongquan_app;
