package org.tongquan.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.Starting;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;
import org.tongquan.ledger.responsible.Naming;

/// A shipped region with its commitments, a report with evidence, and a draft under review.
final class LedgerSamples implements Routes.Samples {
    static final String REGION = "capital-circle";
    static final Actor OFFICE =
            new Actor(
                    "-",
                    REGION + ":joint-office",
                    REGION,
                    Set.of(Power.DRAFT, Power.ASSIGN, Power.SUPERVISE, Power.ISSUE_REPORT));

    /// Units that the samples name for the first item, in the lead and beside it.
    static final String LEAD = "370100/fgw";

    static final String COOPERATING = "370100/caizheng";

    private static final Path POLICY = Path.of("src/test/resources/compacts/yunhe-policy.txt");

    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        adopt(house.getBean(Compacts.class));
        var ledger = house.getBean(Ledger.class);
        var first =
                ledger.list(OFFICE, Filter.all(REGION), Obligation.Cursor.START).rows().getFirst();
        var page = "/ledger/" + REGION + "/" + first.commitment();
        var routes = new LinkedHashMap<String, List<String>>();
        routes.put("/public/{region}", List.of("/public/" + REGION));
        routes.put(
                "/ledger", List.of("/ledger", "/ledger?light=red", "/ledger?words=no-such-words"));
        routes.put("/ledger/{region}/{id}", List.of(page));
        var row = "&item=" + first.commitment() + "~" + first.party();
        routes.put(
                "/ledger/selected",
                List.of(
                        "/ledger/selected?act=remind" + row,
                        "/ledger/selected?act=notice" + row,
                        "/ledger/selected?act=rate" + row,
                        "/ledger/selected?act=assign" + row,
                        "/ledger/selected?act=assign"));
        routes.put("/ledger/evidence/{id}", List.of("/ledger/evidence/" + evidence(ledger, first)));
        name(ledger, first, LEAD, Assignment.Role.LEAD);
        name(ledger, first, COOPERATING, Assignment.Role.COOPERATING);
        house.getBean(Naming.class).name(OFFICE, first.commitment(), first.party(), LEAD, "张科长");
        var drafting = house.getBean(Drafting.class);
        var draft = draft(drafting);
        var draftRow = drafting.find(OFFICE, draft).orElseThrow().rows().getFirst().id();
        routes.put("/drafts/{id}", List.of("/drafts/" + draft));
        routes.put("/drafts/{id}/rows/{row}", List.of("/drafts/" + draft + "/rows/" + draftRow));
        routes.put("/documents/{id}", List.of(document(house, first.commitment())));
        var report = report(house.getBean(Reporting.class), ledger);
        routes.put("/reports/{id}.pdf", List.of("/reports/" + report + ".pdf"));
        routes.put("/reports/{id}.ofd", List.of("/reports/" + report + ".ofd"));
        routes.put("/reports/{id}.docx", List.of("/reports/" + report + ".docx"));
        return routes;
    }

    private static void name(Ledger ledger, Obligation item, String unit, Assignment.Role role) {
        ledger.assign(OFFICE, REGION, item.commitment(), item.party(), unit, role);
    }

    private static void adopt(Compacts compacts) {
        switch (new CompactFolder(Path.of("compacts")).load(REGION)) {
            case Loaded.Ok(var resolved) -> {
                var job = Actor.job("ledger");
                var outcome = compacts.adoptWithBases(job, resolved, List.of(), Map.of());
                if (outcome instanceof AdoptionOutcome.Refused refused) {
                    throw new IllegalStateException(refused.toString());
                }
            }
            case Loaded.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        }
    }

    private static String evidence(Ledger ledger, Obligation first) {
        var unit =
                new Actor("-", first.party() + "/samples", REGION, Set.of(Power.REPORT_PROGRESS));
        var file =
                new ProgressReport.Attachment(
                        "evidence.txt", "text/plain", "done".getBytes(StandardCharsets.UTF_8));
        var report =
                new NewReport(
                        REGION,
                        first.commitment(),
                        first.party(),
                        ledger.today(),
                        40,
                        "first stretch finished",
                        List.of(file),
                        true);
        if (!(ledger.report(unit, report) instanceof Filing.Filed)) {
            return "00000000-0000-0000-0000-000000000000";
        }
        var card = ledger.find(OFFICE, REGION, first.commitment()).orElseThrow();
        return card.reports().getFirst().evidence().getFirst().id().toString();
    }

    private static UUID report(Reporting reporting, Ledger ledger) {
        var wish = new Reporting.Wish(ledger.today(), "sample report", "", "");
        return ((Issuing.Done) reporting.issue(OFFICE, REGION, wish)).id();
    }

    /// A document from which a commitment of the region was adopted: its rows alone, so that the
    /// shipped version stays the one in force.
    private static String document(ApplicationContext house, String commitment) {
        var id = UUID.randomUUID();
        var db = house.getBean(JdbcClient.class);
        house.getBean(Acting.class)
                .run(
                        OFFICE,
                        () -> {
                            db.sql(
                                            """
                                            insert into ledger.read_document
                                                (id, region, version, file_name, title, number,
                                                 issuer, text, body, person, at)
                                            values (:id, :region, '2020.9', '意见.txt', '合作意见',
                                                '〔2020〕1号', '', '一、合作。各方共同推进。二、其他。',
                                                :body, :person, now())
                                            """)
                                    .param("id", id)
                                    .param("region", REGION)
                                    .param("body", OFFICE.body())
                                    .param("person", OFFICE.person())
                                    .update();
                            db.sql(
                                            """
                                            insert into ledger.read_sentence
                                                (region, commitment, document, start_at, end_at)
                                            values (:region, :commitment, :id, 5, 12)
                                            """)
                                    .param("id", id)
                                    .param("region", REGION)
                                    .param("commitment", commitment)
                                    .update();
                        });
        return "/documents/" + id + "?of=" + commitment;
    }

    private static UUID draft(Drafting drafting) {
        try {
            var started = drafting.start(OFFICE, REGION, "policy.txt", Files.readAllBytes(POLICY));
            return ((Starting.Started) started).draft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
