/// # Document - an official document (公文) as PDF and as docx
///
/// Start reading at [OfficialDocument]; [PdfRenderer] and [DocxRenderer] turn it into bytes.
/// - **Invariant:** the same model gives the same bytes: no clock, no random number, no font of
///   the machine.
/// - **Invariant:** the layout is that of GB/T 9704-2012; every measure of it stands in `Sheet`.
/// - **Not here:** where figures come from (`ledger`), who may issue (`identity`), archiving.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.tongquan.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
