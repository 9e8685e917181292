-- The edition that a change was asked on: what its items read when it was asked for. 0 for those
-- asked for before; theirs is the edition in force at that moment.
alter table ledger.adjustment add edition integer not null default 0;
