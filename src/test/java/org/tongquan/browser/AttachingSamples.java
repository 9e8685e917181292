package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.attaching.AttachAnswer;
import org.tongquan.ledger.attaching.Attaching;

/// An item with a file that counts and one that was withdrawn.
final class AttachingSamples implements Routes.Samples {
    private static final String ITEM = "a01-rail-star";

    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var attaching = house.getBean(Attaching.class);
        var kept = attach(attaching, "站点布置", "layout");
        var wrong = attach(attaching, "", "mistake");
        attaching.withdraw(LedgerSamples.OFFICE, wrong.id(), "传错了文件");
        var page = "/attachments/" + ITEM;
        return Map.of(
                "/attachments/{item}",
                List.of(page),
                "/attachments/{item}/{file}",
                List.of(page + "/" + kept.id()));
    }

    private static AttachAnswer.Done attach(Attaching attaching, String note, String text) {
        var file =
                new Attachment(
                        text + ".txt",
                        "text/plain",
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = attaching.add(LedgerSamples.OFFICE, ITEM, file, note);
        if (answer instanceof AttachAnswer.Done done) {
            return done;
        }
        throw new AssertionError(answer.toString());
    }
}
