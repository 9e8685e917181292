package org.tongquan.ledger.progress.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.progress.Answer;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.progress.Confirming;
import org.tongquan.ledger.progress.Pace;
import org.tongquan.ledger.progress.Pacing;
import org.tongquan.ledger.progress.Progress;
import org.tongquan.ledger.progress.Rating;
import org.tongquan.ledger.progress.Rounds;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Reports due, what cooperating units say of a report, what the office expects of an item.
@Controller
class ProgressPages {
    private static final int ORDER = 33;

    private final Progress progress;
    private final Confirming confirming;
    private final ProgressTile tile;
    private final Pacing pacing;
    private final PaceTile paces;
    private final Assessing assessing;
    private final RatingTile ratings;
    private final Ledger ledger;
    private final Names names;

    ProgressPages(
            Progress progress,
            Confirming confirming,
            ProgressTile tile,
            Pacing pacing,
            PaceTile paces,
            Assessing assessing,
            RatingTile ratings,
            Ledger ledger,
            Names names) {
        this.progress = progress;
        this.confirming = confirming;
        this.tile = tile;
        this.pacing = pacing;
        this.paces = paces;
        this.assessing = assessing;
        this.ratings = ratings;
        this.ledger = ledger;
        this.names = names;
    }

    @Bean
    static MenuEntry reportsDueEntry() {
        return new MenuEntry(ORDER, "/reports-due", "progress.menu", a -> !a.region().isEmpty());
    }

    @GetMapping("/reports-due")
    ModelAndView due(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String unit,
            HttpServletRequest request) {
        if (actor.region().isEmpty()) {
            throw new NotFound();
        }
        var of = names.of(actor.region(), Language.of(request));
        var asked = word(word);
        var found = progress.due(actor, actor.region(), new Progress.Wanted(party, asked, unit));
        var words = new ArrayList<DueView.WordCount>();
        int all = found.counts().values().stream().mapToInt(Integer::intValue).sum();
        words.add(new DueView.WordCount("", all));
        for (var one : Rounds.Word.values()) {
            words.add(new DueView.WordCount(one.word(), found.counts().getOrDefault(one, 0)));
        }
        return Show.view(
                "progress/due",
                new DueView(
                        found.rows().stream().map(o -> row(o, of)).toList(),
                        words,
                        asked == null ? "" : asked.word(),
                        of.members().stream()
                                .map(p -> new Option(p.id(), of.party(p.id())))
                                .toList(),
                        party,
                        found.units().stream().map(u -> new Option(u, of.body(u))).toList(),
                        unit,
                        found.more(),
                        Progress.MOST_LISTED));
    }

    private static Rounds.@Nullable Word word(String asked) {
        return Arrays.stream(Rounds.Word.values())
                .filter(w -> w.word().equals(asked))
                .findFirst()
                .orElse(null);
    }

    private static DueView.Row row(Progress.Owed owed, Names.Of of) {
        var row = owed.row();
        return new DueView.Row(
                "/ledger/" + row.region() + "/" + row.commitment() + "#rhythm",
                of.language().pick(row.textZh(), row.textEn()),
                RhythmView.of(owed, of));
    }

    /// @param rate `<party> <how many ratings the page showed>`
    @PostMapping("/ledger/{region}/{id}/ratings")
    ModelAndView rate(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @RequestParam String rate,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        var words = rate.split(" ", -1);
        if (words.length != 2 || !words[1].matches("[0-9]{1,6}")) {
            throw new NotFound();
        }
        int seen = Integer.parseInt(words[1]);
        return switch (assessing.rate(actor, card, words[0], level(level), reason, seen)) {
            case Answer.Kept _ -> {
                after.addFlashAttribute(Pages.NOTICE, "progress.rated");
                yield new ModelAndView("redirect:/ledger/" + region + "/" + id);
            }
            case Answer.Refused(var why) ->
                    Show.view(
                            "progress/ratings",
                            ratings.view(actor, card, names.of(region, Language.of(request)), true)
                                    .refused(reason, why.word()));
        };
    }

    /// Ratings and lights side by side.
    @GetMapping("/ledger/{region}/{id}/ratings")
    ModelAndView ratings(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            HttpServletRequest request) {
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        if (!actor.region().equals(region)) {
            throw new NotFound();
        }
        var of = names.of(region, Language.of(request));
        return Show.view("progress/ratings", ratings.view(actor, card, of, true));
    }

    private static Rating.@Nullable Level level(String asked) {
        return Arrays.stream(Rating.Level.values())
                .filter(l -> l.word().equals(asked))
                .findFirst()
                .orElse(null);
    }

    /// @param seen how often it had been set when the page was made
    @PostMapping("/ledger/{region}/{id}/rhythm")
    ModelAndView rhythm(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @RequestParam String rhythm,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest request,
            RedirectAttributes after) {
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        var wanted = Pace.Rhythm.find(rhythm).orElseThrow(NotFound::new);
        return switch (pacing.set(actor, card, wanted, seen)) {
            case Answer.Kept _ -> {
                after.addFlashAttribute(Pages.NOTICE, "progress.paced");
                yield new ModelAndView("redirect:/ledger/" + region + "/" + id + "#pace");
            }
            case Answer.Refused(var why) ->
                    Show.view(
                            "progress/pace_refused",
                            paces.tile(
                                    actor,
                                    card,
                                    names.of(region, Language.of(request)),
                                    why.word()));
        };
    }

    /// @param seen how often the unit had spoken when the page was made
    @PostMapping("/ledger/{region}/{id}/reports/{report}/confirmation")
    ModelAndView confirm(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @PathVariable UUID report,
            @RequestParam(defaultValue = "true") boolean agrees,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest request,
            RedirectAttributes after) {
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        return switch (confirming.confirm(actor, card, report, agrees, reason, seen)) {
            case Answer.Kept _ -> {
                after.addFlashAttribute(
                        Pages.NOTICE, agrees ? "progress.confirmed" : "progress.contradicted");
                yield new ModelAndView("redirect:/ledger/" + region + "/" + id);
            }
            case Answer.Refused(var why) -> {
                var about =
                        card.reports().stream()
                                .filter(r -> r.id().equals(report))
                                .findFirst()
                                .orElseThrow(NotFound::new);
                var said = confirming.list(actor, region, id);
                var of = names.of(region, Language.of(request));
                yield Show.view(
                        "progress/refused",
                        tile.confirm(actor, card, about, said, of, reason, why.word()));
            }
        };
    }
}
