-- Changes to a published plan: asked for with a reason, decided by the body that the rule names.
create table ledger.adjustment (
    id uuid primary key,
    plan uuid not null references ledger.plan,
    region text not null,
    change text not null check (change in ('add', 'split', 'merge', 'move-deadline',
        'change-target', 'cancel')),
    items text[] not null,
    texts text[] not null,
    parent text not null,
    parties text[] not null,
    lead text[] not null,
    deadline date,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index adjustment_plan on ledger.adjustment (plan, at);

create table ledger.adjustment_evidence (
    adjustment uuid primary key references ledger.adjustment,
    region text not null,
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    content bytea not null
);

create table ledger.adjustment_decision (
    adjustment uuid primary key references ledger.adjustment,
    plan uuid not null,
    region text not null,
    approved boolean not null,
    edition integer not null,
    reason text not null,
    body text not null,
    person text not null,
    at timestamptz not null
);
create index adjustment_decision_plan on ledger.adjustment_decision (plan);

do $$
declare
    name text;
begin
    foreach name in array array['adjustment', 'adjustment_evidence', 'adjustment_decision'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
        execute format('create policy read on ledger.%I for select using
            (region = (select host.region()) or (select ledger.is_job()))', name);
    end loop;
end
$$;

create policy ask on ledger.adjustment for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and ledger.plan_last(plan) in ('published', 'adjusted')
        and exists (select from ledger.plan p where p.id = plan and p.region = adjustment.region));
create policy attach on ledger.adjustment_evidence for insert
    with check (exists (select from ledger.adjustment a where a.id = adjustment
        and a.body = host.body() and a.region = adjustment_evidence.region));
create policy decide on ledger.adjustment_decision for insert
    with check (body = host.body() and person = host.person()
        and (ledger.may(region, 'approve') or ledger.may(region, 'adopt'))
        and exists (select from ledger.adjustment a where a.id = adjustment
            and a.plan = adjustment_decision.plan and a.region = adjustment_decision.region));

grant select, insert on ledger.adjustment, ledger.adjustment_evidence, ledger.adjustment_decision
    to tongquan_app;
