-- What each part of a split takes along: its weight, members, units, deadline, and whether it goes
-- on with the progress of the whole; as JSON, in the order of the wordings.
alter table ledger.adjustment add parts text not null default '[]';
