package org.tongquan.ledger.meeting.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.meeting.Answering;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.Minuting;
import org.tongquan.ledger.meeting.Preparing;
import org.tongquan.ledger.meeting.Proposal;
import org.tongquan.ledger.meeting.Resolution;
import org.tongquan.ledger.meeting.Step;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes what the pages of meetings show.
@Component
class MeetingViews {
    private static final int WEEK = 7;
    private static final int KILO = 1024;

    private final Convening convening;
    private final Preparing preparing;
    private final Answering answering;
    private final Minuting minuting;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    MeetingViews(
            Convening convening,
            Preparing preparing,
            Answering answering,
            Minuting minuting,
            Ledger ledger,
            Names names,
            Messages messages) {
        this.convening = convening;
        this.preparing = preparing;
        this.answering = answering;
        this.minuting = minuting;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    MeetingsView calendar(Actor actor, YearMonth month, Language language) {
        var of = names.of(actor.region(), language);
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var all = convening.list(actor, first, last);
        var weeks = new ArrayList<List<MeetingsView.Day>>();
        var calendar = of.compact().calendar();
        for (var monday = first; monday.isBefore(last); monday = monday.plusDays(WEEK)) {
            var week = new ArrayList<MeetingsView.Day>();
            for (int i = 0; i < WEEK; i++) {
                var day = monday.plusDays(i);
                week.add(
                        new MeetingsView.Day(
                                day.toString(),
                                day.getDayOfMonth(),
                                YearMonth.from(day).equals(month),
                                day.equals(of.today()),
                                !calendar.isWorkday(day),
                                all.stream()
                                        .filter(m -> m.wish().day().equals(day))
                                        .map(m -> item(m, of))
                                        .toList()));
            }
            weeks.add(week);
        }
        return new MeetingsView(
                month.toString(),
                month.minusMonths(1).toString(),
                month.plusMonths(1).toString(),
                weeks,
                all.stream()
                        .filter(m -> YearMonth.from(m.wish().day()).equals(month))
                        .map(m -> item(m, of))
                        .toList(),
                answering.invitations(actor).stream().map(i -> invite(i, of)).toList(),
                !convening.choices(actor).isEmpty());
    }

    private static MeetingsView.Invite invite(Answering.Invitation invitation, Names.Of of) {
        var due = invitation.meeting().sheet().due();
        return new MeetingsView.Invite(
                item(invitation.meeting(), of),
                day(due),
                due != null && of.today().isAfter(due) && invitation.answer().isEmpty(),
                invitation.answer().map(s -> s.presence().word()).orElse(""));
    }

    static MeetingsView.Item item(Meeting meeting, Names.Of of) {
        var wish = meeting.wish();
        return new MeetingsView.Item(
                "/meetings/" + meeting.id(),
                meeting.number(),
                wish.title(),
                of.language().pick(meeting.sitting().zh(), meeting.sitting().en()),
                wish.day().toString(),
                wish.starts().toString(),
                wish.place(),
                of.body(meeting.meets()),
                of.body(meeting.body()),
                meeting.state().word(),
                switch (meeting.state()) {
                    case DRAFT, CANCELLED -> "";
                    case INVITED, HELD -> "yellow";
                    case CONFIRMED -> "green";
                });
    }

    MeetingsView.Form form(
            Actor actor,
            MeetingsView.Typed typed,
            List<String> faults,
            List<String> unknown,
            Language language) {
        var of = names.of(actor.region(), language);
        var kinds = new ArrayList<Option>();
        for (var choice : convening.choices(actor)) {
            for (var body : choice.meets()) {
                var name = choice.sitting().name().in(language.locale());
                kinds.add(
                        new Option(
                                choice.sitting().id() + "~" + body, name + " · " + of.body(body)));
            }
        }
        return new MeetingsView.Form(
                kinds,
                convening.usual(actor).stream()
                        .filter(b -> !b.equals(actor.body()))
                        .map(b -> new Option(b, of.body(b)))
                        .toList(),
                new UnitNames(of).all(),
                typed,
                faults,
                unknown);
    }

    MeetingView view(
            Actor actor,
            Meeting.File file,
            Language language,
            List<String> faults,
            List<String> unknown,
            MeetingView.Typed typed) {
        var meeting = file.meeting();
        var of = names.of(meeting.region(), language);
        boolean frozen = meeting.state().isFrozen();
        boolean calls = meeting.body().equals(actor.body());
        boolean manages = calls && !frozen;
        boolean writes = calls && meeting.state() == Step.State.HELD;
        boolean confirms =
                meeting.state() == Step.State.HELD && minuting.mayConfirm(actor, meeting);
        return new MeetingView(
                meeting.id().toString(),
                meeting.seq(),
                crumbs(language, meeting.number()),
                item(meeting, of),
                meeting.wish().chair(),
                day(meeting.sheet().due()),
                meeting.sheet().provisional(),
                meeting.sitting().rule(),
                meeting.simulated(),
                manages,
                frozen,
                points(file, of),
                manages ? proposals(actor, meeting.id(), of) : List.of(),
                file.papers().stream().map(MeetingViews::paper).toList(),
                seats(file, of),
                answer(actor, file),
                file.resolutions().stream().map(r -> row(r, of)).toList(),
                file.sheets().reversed().stream()
                        .map(
                                s ->
                                        new MeetingView.EventView(
                                                s.step().word(),
                                                of.body(s.by()),
                                                Moments.of(s.at()),
                                                s.text()))
                        .toList(),
                writes,
                confirms,
                writes || confirms
                        ? minuting.missing(file).stream().map(f -> f.word()).toList()
                        : List.of(),
                file.issued(),
                !file.issued() || minuting.ofd(actor, meeting.id()).isPresent(),
                of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList(),
                manages ? new UnitNames(of).all() : List.of(),
                form(actor, typed(meeting, of, actor), List.of(), List.of(), language),
                faults,
                unknown,
                typed);
    }

    /// The form to change a meeting, as it stands now.
    private MeetingsView.Typed typed(Meeting meeting, Names.Of of, Actor actor) {
        var usual = convening.usual(actor);
        var wish = meeting.wish();
        return new MeetingsView.Typed(
                meeting.sitting().word() + "~" + meeting.meets(),
                wish.title(),
                wish.day().toString(),
                wish.starts().toString(),
                wish.place(),
                wish.chair(),
                wish.invited(),
                new UnitNames(of)
                        .write(wish.invited().stream().filter(b -> !usual.contains(b)).toList()),
                "");
    }

    List<Crumb> crumbs(Language language, String last) {
        return List.of(
                new Crumb("/meetings", messages.say(language, "meeting.menu")),
                new Crumb("", last));
    }

    private static List<MeetingView.PointView> points(Meeting.File file, Names.Of of) {
        var points = new ArrayList<MeetingView.PointView>();
        for (var point : file.points()) {
            var minute =
                    file.minutes().stream().filter(m -> m.point().equals(point.id())).findFirst();
            points.add(
                    new MeetingView.PointView(
                            point.id().toString(),
                            points.size() + 1,
                            point.origin().word(),
                            point.title(),
                            point.text(),
                            href(file.meeting().region(), point),
                            minute.map(Meeting.Minute::text).orElse(""),
                            minute.map(Meeting.Minute::version).orElse(0),
                            file.resolutions().stream()
                                    .filter(r -> r.resolution().point().equals(point.id()))
                                    .map(r -> row(r, of))
                                    .toList()));
        }
        return points;
    }

    private static String href(String region, Meeting.Point point) {
        return switch (point.origin()) {
            case MATTER -> "/matters/" + point.subject();
            case NOTICE -> "/notices/" + point.subject();
            case RED, CONTRADICTED -> "/ledger/" + region + "/" + point.subject();
            case RESOLUTION -> "/meetings/resolutions/" + point.subject();
            case PLAN -> "/plans/" + point.subject();
            case ADJUSTMENT ->
                    "/plans/"
                            + point.subject().substring(0, point.subject().indexOf('~'))
                            + "/adjustments";
            case OWN -> "";
        };
    }

    private List<MeetingView.ProposalView> proposals(Actor actor, UUID id, Names.Of of) {
        return preparing.proposals(actor, id).stream()
                .map(
                        p ->
                                new MeetingView.ProposalView(
                                        p.key(),
                                        p.origin().word(),
                                        of.language().pick(p.zh(), p.en()),
                                        p.party().isEmpty() ? "" : of.party(p.party()),
                                        day(p.since()),
                                        p.pressing(),
                                        p.href()))
                .toList();
    }

    /// A point of the agenda made of a proposal, in Chinese as documents have it.
    Meeting.Point point(Actor actor, Proposal proposal) {
        var of = names.of(actor.region(), Language.ZH);
        var party = proposal.party().isEmpty() ? "" : of.party(proposal.party()) + "：";
        return new Meeting.Point(
                new UUID(0, 0),
                proposal.origin(),
                proposal.subject(),
                proposal.party(),
                party + proposal.zh(),
                "");
    }

    private static MeetingView.PaperView paper(Meeting.Paper paper) {
        return new MeetingView.PaperView(
                "/meetings/papers/" + paper.id(),
                paper.name(),
                (paper.size() + KILO - 1) / KILO + " KB",
                paper.sha256());
    }

    private static List<MeetingView.SeatView> seats(Meeting.File file, Names.Of of) {
        var seats = new ArrayList<MeetingView.SeatView>();
        for (var body : file.meeting().wish().invited()) {
            var answer = seat(file.answers(), body);
            var noted = seat(file.attendance(), body);
            var shown = noted.or(() -> answer);
            seats.add(
                    new MeetingView.SeatView(
                            body,
                            of.body(body),
                            answer.map(s -> s.presence().word()).orElse(""),
                            answer.map(Meeting.Seat::who).orElse(""),
                            noted.map(Meeting.Seat::version).orElse(0),
                            shown.map(s -> s.presence().word()).orElse("absent"),
                            shown.map(Meeting.Seat::who).orElse(""),
                            noted.isPresent()));
        }
        return seats;
    }

    private static Optional<Meeting.Seat> seat(List<Meeting.Seat> all, String body) {
        return all.stream().filter(s -> s.body().equals(body)).findFirst();
    }

    private static MeetingView.Answer answer(Actor actor, Meeting.File file) {
        boolean asked =
                file.meeting().state() == Step.State.INVITED
                        && file.meeting().wish().invited().contains(actor.body());
        var own = seat(file.answers(), actor.body());
        return new MeetingView.Answer(
                asked,
                own.map(Meeting.Seat::version).orElse(0),
                own.map(s -> s.presence().word()).orElse("attending"),
                own.map(Meeting.Seat::who).orElse(""));
    }

    static MeetingView.ResolutionRow row(Resolution.File file, Names.Of of) {
        var resolution = file.resolution();
        var units = new UnitNames(of);
        return new MeetingView.ResolutionRow(
                resolution.id().toString(),
                resolution.revision(),
                resolution.place(),
                "/meetings/resolutions/" + resolution.id(),
                resolution.text(),
                units.write(resolution.lead()),
                units.write(resolution.cooperating()),
                day(resolution.deadline()),
                resolution.parties(),
                file.course().state().word(),
                switch (file.course().state()) {
                    case NOTED -> "";
                    case OPEN -> file.course().isOverdue() ? "red" : "yellow";
                    case REPORTED -> "yellow";
                    case PLANNED, DONE -> "green";
                },
                file.course().daysOver());
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    LocalDate today() {
        return ledger.today();
    }
}
