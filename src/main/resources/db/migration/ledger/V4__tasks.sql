-- Tasks of a plan are rows of the same lists as the commitments they serve.
alter table ledger.commitment
    add parent text,
    add weight integer not null default 1,
    add milestone_due date[] not null default '{}',
    add milestone_percent integer[] not null default '{}',
    add milestone_text text[] not null default '{}',
    add lead text[] not null default '{}',
    add cooperating text[] not null default '{}';
create index commitment_parent on ledger.commitment (region, parent) where parent is not null;

alter table ledger.obligation add parent text;
