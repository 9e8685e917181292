package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongquan.identity.IdentitySettings;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Show;

/// The journal for the audit officer: what was recorded last, the newest signed checkpoint, and
/// the whole log to take away and examine offline.
@Controller
class AuditPages {
    private static final int NEWEST = 200;
    private static final String KIND = "identity.audit.kind.";

    private final Journal journal;
    private final IdentitySettings settings;
    private final Messages messages;

    AuditPages(Journal journal, IdentitySettings settings, Messages messages) {
        this.journal = journal;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/audit")
    ModelAndView newest(Actor actor, HttpServletRequest request) {
        var language = Language.of(request);
        var lines =
                journal.listNewest(actor, NEWEST).reversed().stream()
                        .map(logged -> line(logged, language))
                        .toList();
        var checkpoint = journal.findCheckpoint(actor).map(c -> c.text().strip()).orElse("");
        return Show.view("identity/audit", new AuditView(lines, checkpoint));
    }

    /// The log as `journal verify` reads it.
    @GetMapping("/audit/journal.jsonl")
    ResponseEntity<StreamingResponseBody> export(Actor actor) {
        StreamingResponseBody body =
                out -> {
                    var writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
                    journal.export(actor, line -> writer.append(line).append('\n'));
                    writer.flush();
                };
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=journal.jsonl")
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(body);
    }

    private AuditView.Line line(Journal.Logged logged, Language language) {
        var entry = logged.entry();
        var key = KIND + entry.kind();
        return new AuditView.Line(
                logged.index(),
                Times.of(entry.at(), settings.zone()),
                messages.has(language, key) ? messages.say(language, key) : entry.kind(),
                entry.kind(),
                entry.body(),
                entry.subject().toString());
    }
}
