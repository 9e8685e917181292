-- People, whom they act for, their sign-ins. Every table is under forced row-level security.
--
-- Who sees a row:
--   the person it belongs to (host.person());
--   a body that manages people or sees security events, within its own region - the door hands the
--   acting body's powers, which follow from the compact in force, to the transaction;
--   two named jobs: job:sign-in (sign-in, and the standing of each request) and job:people.
-- Who changes a row: job:people alone, which works for an officer and then only within the
-- officer's region, for a giver of a delegation, or for the operator's command line. It must see
-- every membership of a person, whatever the region, or the three officers could not be kept apart.
-- Unset sees nothing.

create function identity.may(power text) returns boolean language sql stable parallel safe
    return coalesce(power = any (string_to_array(current_setting('tongquan.powers', true), ',')), false);

-- Whether the acting body manages the people of this region.
create function identity.manages(region text) returns boolean language sql stable parallel safe
    return coalesce(region = host.region(), false) and identity.may('MANAGE_PEOPLE');

-- Whether the acting body sees the security events of this region.
create function identity.guards(region text) returns boolean language sql stable parallel safe
    return coalesce(region = host.region(), false) and identity.may('SEE_SECURITY');

create function identity.is_job(name text) returns boolean language sql stable parallel safe
    return coalesce(host.body() = 'job:' || name, false);

-- Whether the house itself may change what belongs to this region now: job:people, confined to the
-- region of the officer it works for; without a region it is the operator's command line.
create function identity.works_on(region text) returns boolean language sql stable parallel safe
    return identity.is_job('people') and (host.region() is null or region = host.region());

create table identity.person (
    id uuid primary key,
    login text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    shown_name text not null check (length(shown_name) between 1 and 60),
    region text not null,
    demonstration boolean not null default false,
    disabled_at timestamptz,
    failures integer not null default 0,
    locked_until timestamptz,
    -- sessions begun before this moment have ended (password reset, account disabled)
    sessions_from timestamptz not null,
    made_at timestamptz not null,
    made_by text not null
);

create table identity.password (
    person uuid primary key references identity.person,
    region text not null,
    hash text not null check (hash like '{%}%'),
    must_change boolean not null,
    changed_at timestamptz not null
);

-- The citizen id, encrypted; found again through a keyed blind index.
create table identity.personal_number (
    person uuid primary key references identity.person,
    region text not null,
    sealed bytea not null,
    sealed_key text not null,
    blind bytea not null,
    blind_key text not null,
    set_at timestamptz not null,
    unique (blind_key, blind)
);

create table identity.membership (
    id uuid primary key,
    person uuid not null references identity.person,
    region text not null,
    body text not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    granted_at timestamptz not null,
    granted_by text not null,
    ended_at timestamptz,
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
);
create index membership_person on identity.membership (person);
create unique index membership_once on identity.membership (person, region, body) where ended_at is null;

create table identity.delegation (
    id uuid primary key,
    giver uuid not null references identity.person,
    receiver uuid not null references identity.person check (receiver <> giver),
    region text not null,
    body text not null,
    until_at timestamptz not null check (until_at > made_at),
    made_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    check ((revoked_at is null) = (revoked_by is null))
);
create index delegation_receiver on identity.delegation (receiver);
create index delegation_giver on identity.delegation (giver);

create table identity.session (
    id uuid primary key,
    person uuid not null references identity.person,
    region text not null,
    acting_region text,
    acting_body text,
    address text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    ended_why text check (ended_why in ('SIGNED_OUT', 'OLDEST_OF_MANY', 'PASSWORD_CHANGED')),
    check ((ended_at is null) = (ended_why is null))
);
create index session_person on identity.session (person, started_at);

-- An unknown login is kept masked: people type their password there by mistake.
create table identity.sign_in (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    login text not null check (length(login) <= 60),
    person uuid references identity.person,
    region text,
    outcome text not null,
    address text not null check (length(address) <= 60)
);
comment on table identity.sign_in is 'append-only: the audit of sign-ins';
create index sign_in_at on identity.sign_in (at);
create index sign_in_address on identity.sign_in (address, at);
create index sign_in_person on identity.sign_in (person, at);

alter table identity.person enable row level security, force row level security;
alter table identity.password enable row level security, force row level security;
alter table identity.personal_number enable row level security, force row level security;
alter table identity.membership enable row level security, force row level security;
alter table identity.delegation enable row level security, force row level security;
alter table identity.session enable row level security, force row level security;
alter table identity.sign_in enable row level security, force row level security;

create policy seen on identity.person for select using (
    id::text = host.person() or identity.manages(region) or identity.guards(region)
    or identity.is_job('sign-in') or identity.is_job('people'));
create policy added on identity.person for insert with check (identity.works_on(region));
create policy changed on identity.person for update using (
    identity.works_on(region) or identity.is_job('sign-in'));

create policy seen on identity.password for select using (
    person::text = host.person() or identity.manages(region)
    or identity.is_job('sign-in') or identity.is_job('people'));
create policy added on identity.password for insert with check (identity.works_on(region));
create policy changed on identity.password for update using (
    person::text = host.person() or identity.works_on(region) or identity.is_job('sign-in'));

create policy seen on identity.personal_number for select using (
    person::text = host.person() or identity.manages(region) or identity.is_job('people'));
create policy added on identity.personal_number for insert with check (identity.works_on(region));
create policy changed on identity.personal_number for update using (identity.works_on(region));

create policy seen on identity.membership for select using (
    person::text = host.person() or identity.manages(region)
    or identity.is_job('sign-in') or identity.is_job('people'));
create policy added on identity.membership for insert with check (identity.works_on(region));
create policy changed on identity.membership for update using (identity.works_on(region));

create policy seen on identity.delegation for select using (
    giver::text = host.person() or receiver::text = host.person() or identity.manages(region)
    or identity.is_job('sign-in') or identity.is_job('people'));
create policy added on identity.delegation for insert with check (
    giver::text = host.person() and identity.works_on(region));
create policy changed on identity.delegation for update using (
    giver::text = host.person() or identity.works_on(region));

create policy seen on identity.session for select using (
    person::text = host.person() or identity.guards(region)
    or identity.is_job('sign-in') or identity.is_job('people'));
create policy added on identity.session for insert with check (identity.is_job('sign-in'));
create policy changed on identity.session for update using (
    person::text = host.person() or identity.is_job('sign-in'));

create policy seen on identity.sign_in for select using (
    person::text = host.person() or identity.guards(region)
    or (person is null and identity.may('SEE_SECURITY')) or identity.is_job('sign-in'));
create policy added on identity.sign_in for insert with check (identity.is_job('sign-in'));

grant usage on schema identity to tongquan_app;
grant execute on all functions in schema identity to tongquan_app;
grant select, insert, update on
    identity.person, identity.password, identity.personal_number, identity.membership,
    identity.delegation, identity.session to tongquan_app;
grant select, insert on identity.sign_in to tongquan_app;
