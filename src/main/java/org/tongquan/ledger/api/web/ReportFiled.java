package org.tongquan.ledger.api.web;

/// A report was filed.
///
/// @param id of the report
/// @param light of the party's duty, judged anew
/// @param item the item with all its reports
record ReportFiled(String id, String light, String item) {}
