/// # Notices for programs - under `/api/v1/regions/{region}/notices`
///
/// Start reading at `NoticeApi` (list, one) and `NoticeStepApi` (issue, receipt, answer, review,
/// closure). Each calls the door that the pages call.
/// - **Invariant:** a step names the version of the notice it was decided on.
/// - **Not here:** who asks and in which language (`api.web`).
@NullMarked
package org.tongquan.ledger.api.notices.web;

import org.jspecify.annotations.NullMarked;
