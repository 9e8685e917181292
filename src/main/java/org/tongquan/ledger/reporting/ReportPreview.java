package org.tongquan.ledger.reporting;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.document.OfficialDocument;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.template.Preview;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Wording;

/// Shows a wording of the reports with the figures of today.
@Component
class ReportPreview implements Preview {
    private final Reporting reporting;

    ReportPreview(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public Optional<OfficialDocument> draw(Actor actor, TemplateKind kind, Wording wording) {
        return kind == TemplateKind.HALF_YEAR || kind == TemplateKind.ANNUAL
                ? reporting.preview(actor, wording)
                : Optional.empty();
    }
}
