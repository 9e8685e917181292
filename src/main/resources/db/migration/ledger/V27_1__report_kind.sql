-- Which report it is, and so which template worded it; null for those issued before: then it
-- follows from the day.
alter table ledger.issued add column kind text check (kind in ('half-year', 'annual'));
