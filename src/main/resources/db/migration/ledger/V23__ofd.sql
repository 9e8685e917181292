-- Issued documents are kept as OFD beside docx and PDF. What was issued before has none: it is
-- drawn again from the ledger when asked for, if it comes out as it was sent.
alter table ledger.issued add column ofd bytea;
alter table ledger.meeting_issued add column ofd bytea;
alter table ledger.chief_account add column ofd bytea;
