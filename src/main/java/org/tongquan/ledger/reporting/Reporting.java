package org.tongquan.ledger.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.document.OfdRenderer;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.paper.Papers;
import org.tongquan.ledger.template.Template;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;
import org.tongquan.ledger.template.Wording;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// The door of reporting: the ledger of a day as an official document, looked at or issued.
@Service
public class Reporting {
    public static final int MOST_TITLE = 120;
    private static final int MOST_LISTED = 200;
    private static final String PREVIEW = "模板预览（未印发）";

    private final Acting acting;
    private final Ledger ledger;
    private final Simulation simulation;
    private final IssuedReports issued;
    private final Compacts compacts;
    private final Templating templating;
    private final Journal journal;
    private final Messages messages;
    private final Ids ids;

    Reporting(
            Acting acting,
            Ledger ledger,
            Simulation simulation,
            IssuedReports issued,
            Compacts compacts,
            Templating templating,
            Journal journal,
            Messages messages,
            Ids ids) {
        this.acting = acting;
        this.ledger = ledger;
        this.simulation = simulation;
        this.issued = issued;
        this.compacts = compacts;
        this.templating = templating;
        this.journal = journal;
        this.messages = messages;
        this.ids = ids;
    }

    /// What a report is to be.
    ///
    /// @param day it holds for
    /// @param kind half-year or annual: which template words it
    public record Wish(
            LocalDate day, String title, String number, String recipients, TemplateKind kind) {
        public Wish {
            if (kind != TemplateKind.HALF_YEAR && kind != TemplateKind.ANNUAL) {
                throw new IllegalArgumentException("no report: " + kind);
            }
        }

        /// Of the kind that its day suggests.
        public Wish(LocalDate day, String title, String number, String recipients) {
            this(day, title, number, recipients, TemplateKind.report(day));
        }
    }

    /// The document of a day, computed from what was filed by its end and known at a moment, worded
    /// by the template in use then. Writes nothing; the same day and moment give the same document
    /// for ever.
    public Optional<OfficialDocument> compose(
            Actor actor, String region, Wish wish, Instant known) {
        return compose(actor, region, wish, known, templating.at(actor, wish.kind(), known));
    }

    private Optional<OfficialDocument> compose(
            Actor actor, String region, Wish wish, Instant known, Template template) {
        if (wish.day().isAfter(ledger.today())) {
            return Optional.empty();
        }
        return compacts.inForce(region, wish.day(), known)
                .map(c -> compose(actor, c, wish, known, template.wording()));
    }

    /// The report of today by a wording that nobody saved yet. Writes nothing.
    public Optional<OfficialDocument> preview(Actor actor, Wording wording) {
        var wish = new Wish(ledger.today(), PREVIEW, "", "");
        var known = ledger.settled(actor.region());
        return compacts.inForce(actor.region(), wish.day(), known)
                .map(c -> compose(actor, c, wish, known, wording));
    }

    private OfficialDocument compose(
            Actor actor, Resolved compact, Wish wish, Instant known, Wording wording) {
        var region = compact.compact().id();
        var standings = ledger.asOf(actor, region, wish.day(), known);
        var cover =
                new Composition.Cover(
                        compact.compact().compact().name().zh(),
                        issuer(actor, compact),
                        wish.number(),
                        wish.title(),
                        wish.recipients(),
                        wish.day(),
                        acting.read(actor, () -> simulation.isPresent(actor, region, known)));
        return new Composition(
                        cover,
                        standings,
                        id -> compact.findParty(id).map(p -> p.name().zh()).orElse(id),
                        s ->
                                messages.say(
                                        Language.ZH,
                                        "ledger.reason." + s.standing().reason().word(),
                                        s.standing().values().toArray()))
                .compose(wording);
    }

    private static String issuer(Actor actor, Resolved compact) {
        var local = actor.body().substring(actor.body().indexOf(':') + 1);
        return compact.bodies().stream()
                .filter(b -> b.id().equals(local))
                .map(b -> b.name().in(Locale.SIMPLIFIED_CHINESE))
                .findFirst()
                .orElse(compact.compact().compact().name().zh());
    }

    /// Issues the report of a day: its files are kept as they were sent.
    public Issuing issue(Actor actor, String region, Wish wish) {
        if (!actor.may(Power.ISSUE_REPORT) || !region.equals(actor.region())) {
            return new Issuing.Refused(Issuing.Reason.NOT_YOURS);
        }
        if (wish.title().isBlank() || wish.title().length() > MOST_TITLE) {
            return new Issuing.Refused(Issuing.Reason.TITLE);
        }
        var at = ledger.settled(region);
        var template = templating.current(actor, wish.kind());
        var document = compose(actor, region, wish, at, template);
        if (document.isEmpty()) {
            return new Issuing.Refused(Issuing.Reason.DAY);
        }
        var files = Papers.of(document.get());
        var report =
                new Issued(
                        ids.next(),
                        region,
                        wish.day(),
                        wish.title(),
                        wish.number(),
                        wish.recipients(),
                        actor.body(),
                        at,
                        !document.get().notice().isEmpty(),
                        files.sha256(),
                        wish.kind(),
                        template.version());
        return acting.as(
                actor,
                () -> {
                    issued.add(report, actor.person(), files);
                    journal.record(
                            actor,
                            "report-issued",
                            report.id(),
                            Digest.parse(report.sha256()).bytes());
                    return new Issuing.Done(report.id());
                });
    }

    /// Counts an issued report again from the ledger, as of its day and the moment of its issue.
    ///
    /// @return whether the files come out byte for byte as they were sent; empty when this body
    ///     sees no such report
    public Optional<Boolean> recount(Actor actor, UUID id) {
        return acting.read(actor, () -> issued.find(id)).map(i -> recount(i));
    }

    private boolean recount(Issued report) {
        return again(report).map(d -> Papers.of(d).isSame(report.sha256())).orElse(false);
    }

    private Optional<OfficialDocument> again(Issued report) {
        var issuer = new Actor("-", report.body(), report.region(), Set.of());
        var wish =
                new Wish(
                        report.asOf(),
                        report.title(),
                        report.number(),
                        report.recipients(),
                        report.kind());
        return templating
                .find(issuer, report.kind(), report.template())
                .flatMap(t -> compose(issuer, report.region(), wish, report.at(), t));
    }

    /// Issued reports of a region, newest first.
    public List<Issued> list(Actor actor, String region) {
        return acting.read(actor, () -> issued.list(region, MOST_LISTED));
    }

    public Optional<byte[]> docx(Actor actor, UUID id) {
        return acting.read(actor, () -> issued.docx(id));
    }

    public Optional<byte[]> pdf(Actor actor, UUID id) {
        return acting.read(actor, () -> issued.pdf(id));
    }

    /// As it was sent; of a report issued before there was OFD, as it is drawn now, when its other
    /// files still come out as they were sent.
    public Optional<byte[]> ofd(Actor actor, UUID id) {
        return acting.read(actor, () -> issued.ofd(id))
                .or(
                        () ->
                                acting.read(actor, () -> issued.find(id))
                                        .filter(this::recount)
                                        .flatMap(this::again)
                                        .map(new OfdRenderer()::render));
    }
}
