package org.tongquan.ledger.measuring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Filed;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.measuring.Standings;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Indicators: the list, one of them, values to enter, and a table to take away.
@Controller
class IndicatorPages {
    private static final int MOST_NUMBER = 40;

    private final Measuring measuring;
    private final Indicators indicators;
    private final Ledger ledger;
    private final Names names;

    IndicatorPages(Measuring measuring, Indicators indicators, Ledger ledger, Names names) {
        this.measuring = measuring;
        this.indicators = indicators;
        this.ledger = ledger;
        this.names = names;
    }

    @GetMapping("/indicators")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var sheets = measuring.list(actor, actor.region());
        var counts = new ArrayList<IndicatorsView.Count>();
        for (var status : Standings.Status.values()) {
            int n = (int) sheets.stream().filter(s -> s.status() == status).count();
            if (n > 0) {
                counts.add(new IndicatorsView.Count(status.word(), n));
            }
        }
        return Show.view(
                "measuring/indicators",
                new IndicatorsView(
                        counts, sheets.stream().map(s -> indicators.item(s, of)).toList()));
    }

    /// @param party together with `kind` and `on`: the value that the form revises
    @GetMapping("/indicators/{id}")
    ModelAndView one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "ACHIEVED") String kind,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        var sheet = measuring.find(actor, actor.region(), id).orElseThrow(NotFound::new);
        var of = names.of(actor.region(), Language.of(request));
        var current = current(sheet, party, kind, on);
        var form =
                new IndicatorView.Form(
                        indicators.mayFile(actor, sheet, of),
                        party,
                        kind,
                        on.isEmpty() ? ledger.today().toString() : on,
                        current.map(r -> r.value().toPlainString()).orElse(""),
                        current.map(Reading::source).orElse(""),
                        current.map(Reading::revision).orElse(0),
                        "");
        return Show.view("measuring/indicator", indicators.view(actor, sheet, of, form, ""));
    }

    private static Optional<Reading> current(
            Measuring.Sheet sheet, String party, String kind, String on) {
        return sheet.revisions().stream()
                .filter(r -> r.party().equals(party) && r.kind().name().equals(kind))
                .filter(r -> r.on().toString().equals(on))
                .max(Comparator.comparingInt(Reading::revision));
    }

    @PostMapping("/indicators/{id}/values")
    ModelAndView file(
            Actor actor,
            @PathVariable String id,
            @RequestParam String party,
            @RequestParam Kind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam String value,
            @RequestParam String source,
            @RequestParam(defaultValue = "0") int shown,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var number = number(value);
        var outcome =
                number == null
                        ? new Filed.Refused(Filed.Reason.VALUE)
                        : measuring.file(
                                actor,
                                actor.region(),
                                new Measuring.NewValue(
                                        id,
                                        party,
                                        kind,
                                        on,
                                        number,
                                        source.strip(),
                                        shown,
                                        reason.strip()));
        return switch (outcome) {
            case Filed.Kept _ -> {
                after.addFlashAttribute(Pages.NOTICE, "measuring.kept");
                yield new ModelAndView("redirect:/indicators/" + id);
            }
            case Filed.Refused(var why) -> {
                var sheet = measuring.find(actor, actor.region(), id).orElseThrow(NotFound::new);
                var of = names.of(actor.region(), Language.of(request));
                var form =
                        new IndicatorView.Form(
                                indicators.mayFile(actor, sheet, of),
                                party,
                                kind.name(),
                                on.toString(),
                                value,
                                source,
                                current(sheet, party, kind.name(), on.toString())
                                        .map(Reading::revision)
                                        .orElse(0),
                                reason);
                yield Show.view(
                        "measuring/indicator", indicators.view(actor, sheet, of, form, why.word()));
            }
        };
    }

    private static @Nullable BigDecimal number(String text) {
        var plain = text.strip().replace(",", "");
        try {
            return plain.length() > MOST_NUMBER || !plain.matches("-?[0-9]+(\\.[0-9]+)?")
                    ? null
                    : new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @GetMapping("/indicators/{id}.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable String id, HttpServletRequest request) {
        var sheet = measuring.find(actor, actor.region(), id).orElseThrow(NotFound::new);
        var of = names.of(actor.region(), Language.of(request));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(IndicatorCsv.of(sheet, of).getBytes(StandardCharsets.UTF_8));
    }
}
