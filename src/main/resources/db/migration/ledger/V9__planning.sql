-- The yearly plan: its working copy (edition 0), the editions kept of it, the steps it took, what
-- was said of it.
create table ledger.plan (
    id uuid primary key,
    region text not null,
    year integer not null,
    title text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    unique (region, year)
);

create table ledger.plan_step (
    id uuid primary key,
    plan uuid not null references ledger.plan,
    region text not null,
    ordinal integer not null,
    kind text not null check (kind in ('drawn', 'circulated', 'submitted', 'examined', 'approved',
        'returned', 'published', 'adjusted')),
    edition integer not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    on_day date not null,
    answer_by date,
    provisional boolean not null default false,
    text text not null,
    unique (plan, ordinal)
);

create table ledger.plan_item (
    plan uuid not null references ledger.plan,
    region text not null,
    edition integer not null,
    id text not null,
    place integer not null,
    revision integer not null,
    parent text not null,
    text_zh text not null,
    text_en text not null,
    category text not null,
    start_on date not null,
    deadline date not null,
    parties text[] not null,
    lead text[] not null,
    cooperating text[] not null,
    shares text[] not null,
    responsible text not null,
    weight integer not null check (weight > 0),
    milestone_due date[] not null,
    milestone_percent integer[] not null,
    milestone_text text[] not null,
    depends text[] not null,
    primary key (plan, edition, id)
);

create table ledger.plan_comment (
    id uuid primary key,
    plan uuid not null references ledger.plan,
    region text not null,
    item text not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    text text not null
);
create index plan_comment_plan on ledger.plan_comment (plan, at);

create table ledger.plan_answer (
    comment uuid primary key references ledger.plan_comment,
    plan uuid not null,
    region text not null,
    taken boolean not null,
    body text not null,
    person text not null,
    at timestamptz not null,
    text text not null
);
create index plan_answer_plan on ledger.plan_answer (plan);

create function ledger.plan_last(asked uuid) returns text language sql stable as $$
    select kind from ledger.plan_step where plan = asked order by ordinal desc limit 1
$$;

-- Who may change the working copy now: who draws it up until it is handed in; who examines it
-- completes it; once it is published only a decided adjustment changes it.
create function ledger.plan_open(asked uuid, of_region text) returns boolean
language sql stable as $$
    select case coalesce(ledger.plan_last(asked), 'drawn')
        when 'submitted' then ledger.may(of_region, 'examine')
        when 'published' then ledger.may(of_region, 'approve') or ledger.may(of_region, 'adopt')
        when 'adjusted' then ledger.may(of_region, 'approve') or ledger.may(of_region, 'adopt')
        when 'examined' then false
        when 'approved' then false
        else ledger.may(of_region, 'draft') end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['plan', 'plan_step', 'plan_item', 'plan_comment', 'plan_answer']
    loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
        execute format('create policy read on ledger.%I for select using
            (region = (select host.region()) or (select ledger.is_job()))', name);
    end loop;
end
$$;

create policy draw on ledger.plan for insert
    with check (body = host.body() and person = host.person() and ledger.may(region, 'draft'));

create policy step on ledger.plan_step for insert
    with check (body = host.body() and person = host.person()
        and exists (select from ledger.plan p where p.id = plan and p.region = plan_step.region)
        and case kind
            when 'drawn' then ledger.may(region, 'draft')
            when 'circulated' then ledger.may(region, 'draft')
            when 'submitted' then ledger.may(region, 'draft')
            when 'examined' then ledger.may(region, 'examine')
            when 'approved' then ledger.may(region, 'approve')
            when 'returned' then ledger.may(region, 'examine') or ledger.may(region, 'approve')
            when 'published' then ledger.may(region, 'adopt')
            else ledger.may(region, 'approve') or ledger.may(region, 'adopt') end);

create policy work on ledger.plan_item for insert
    with check (edition = 0 and ledger.plan_open(plan, region)
        and exists (select from ledger.plan p where p.id = plan and p.region = plan_item.region));
create policy rework on ledger.plan_item for update
    using (edition = 0 and ledger.plan_open(plan, region))
    with check (edition = 0);
create policy drop on ledger.plan_item for delete
    using (edition = 0 and ledger.plan_open(plan, region));
-- An edition is complete once a step names it: no row joins it afterwards.
create policy keep on ledger.plan_item for insert
    with check (edition = (select coalesce(max(s.edition), 0) + 1 from ledger.plan_step s
            where s.plan = plan_item.plan)
        and (ledger.may(region, 'draft') or ledger.may(region, 'examine')
            or ledger.may(region, 'approve') or ledger.may(region, 'adopt')));

create policy comment on ledger.plan_comment for insert
    with check (body = host.body() and person = host.person() and region = host.region()
        and exists (select from ledger.plan p where p.id = plan and p.region = plan_comment.region)
        and ledger.plan_last(plan) = 'circulated');
create policy answer on ledger.plan_answer for insert
    with check (body = host.body() and person = host.person() and ledger.may(region, 'draft')
        and exists (select from ledger.plan_comment c where c.id = comment
            and c.plan = plan_answer.plan and c.region = plan_answer.region));

grant execute on all functions in schema ledger to tongquan_app;
grant select, insert on ledger.plan, ledger.plan_step, ledger.plan_comment, ledger.plan_answer
    to tongquan_app;
grant select, insert, update, delete on ledger.plan_item to tongquan_app;
