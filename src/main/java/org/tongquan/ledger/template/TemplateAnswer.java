package org.tongquan.ledger.template;

import java.util.List;

/// What became of an edited template.
public sealed interface TemplateAnswer {
    record Saved(int version) implements TemplateAnswer {}

    /// It says what the version in use says.
    record Same() implements TemplateAnswer {}

    /// Somebody saved another version since the page was shown; nothing was saved.
    ///
    /// @param now the version in use
    record Stale(Template now) implements TemplateAnswer {}

    record Faulty(List<TemplateFault> faults) implements TemplateAnswer {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// The acting body edits no templates.
    record NotYours() implements TemplateAnswer {}

    /// There is no such version.
    record NotFound() implements TemplateAnswer {}
}
