package org.tongquan.ledger.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.rest.Change;
import org.tongquan.rest.Fields;
import org.tongquan.rest.Once;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import org.tongquan.rest.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Filing progress: as JSON, or with evidence as `multipart/form-data`.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/items/{item}/reports",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "items")
class ReportApi {
    private static final int MOST_PARTY = 60;

    /// Bytes of the part `report`: as much as a body without files may have.
    private static final long MOST_BYTES = 1024 * 1024;

    private final Ledger ledger;
    private final Caller callers;
    private final Once once;
    private final JsonMapper json;

    ReportApi(Ledger ledger, Caller callers, Once once, JsonMapper json) {
        this.ledger = ledger;
        this.callers = callers;
        this.once = once;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "fileReport",
            summary = "Files a progress report; the light is judged anew")
    @Change(body = NewReportBody.class, answer = ReportFiled.class, said = "filed")
    ResponseEntity<byte[]> file(
            Actor actor,
            @PathVariable String region,
            @PathVariable String item,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode report,
            HttpServletRequest request) {
        return file(actor, region, item, key, report, List.of(), request);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "fileReportWithEvidence",
            summary = "Files a progress report with files that prove it")
    @Change(answer = ReportFiled.class, said = "filed")
    ResponseEntity<byte[]> fileWithEvidence(
            Actor actor,
            @PathVariable String region,
            @PathVariable String item,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(schema = @Schema(implementation = NewReportBody.class))
                    @RequestPart("report")
                    Part report,
            @RequestPart("evidence") List<MultipartFile> evidence,
            HttpServletRequest request)
            throws IOException {
        permit(actor, region, request);
        var read = json(report);
        var files = new ArrayList<Attachment>();
        for (var file : evidence) {
            var name = FileNames.plain(String.valueOf(file.getOriginalFilename()));
            files.add(new Attachment(name, FileNames.mediaType(file), file.getBytes()));
        }
        return file(actor, region, item, key, read, files, request);
    }

    private void permit(Actor actor, String region, HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, Power.REPORT_PROGRESS);
    }

    /// What a part holds. It is weighed before it is read.
    private JsonNode json(Part part) throws IOException {
        if (part.getSize() > MOST_BYTES) {
            throw new Rejected(Trouble.TOO_LARGE);
        }
        var type = part.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw new Rejected(Trouble.MEDIA_TYPE);
        }
        try (var content = part.getInputStream()) {
            return json.readTree(content);
        } catch (JacksonException _) {
            throw new Rejected(Trouble.UNREADABLE);
        }
    }

    private ResponseEntity<byte[]> file(
            Actor actor,
            String region,
            String item,
            @Nullable String key,
            JsonNode report,
            List<Attachment> files,
            HttpServletRequest request) {
        permit(actor, region, request);
        var filed = read(region, item, report, files);
        var said = new StringBuilder(request.getMethod() + " " + request.getRequestURI());
        said.append('\n').append(report);
        files.forEach(f -> said.append('\n').append(f.name()).append(Digest.of(f.content()).hex()));
        return once.run(
                actor,
                key,
                said.toString(),
                () ->
                        switch (ledger.report(actor, filed)) {
                            case Filing.Filed(var id, var light) -> {
                                var path = ItemApi.path(region, item);
                                var body = new ReportFiled(id.toString(), light.word(), path);
                                yield new Once.Made(Change.CREATED, path, "", body);
                            }
                            case Filing.Refused(var reason) -> throw refusal(reason);
                            default -> throw new IllegalStateException("a report was filed");
                        });
    }

    private static NewReport read(
            String region, String item, JsonNode report, List<Attachment> files) {
        var fields = new Fields(report);
        var party = fields.text("party", 1, MOST_PARTY);
        var on = fields.day("on");
        int percent = fields.whole("percent", 0, Duty.DONE);
        var text = fields.text("text", 1, ProgressReport.MOST_TEXT);
        boolean badFile =
                files.stream()
                        .anyMatch(
                                f ->
                                        f.content().length == 0
                                                || f.content().length > Attachment.MOST_BYTES);
        if (badFile || files.size() > Attachment.MOST) {
            fields.add(Wrong.at("/evidence", "ledger.refused.files"));
        }
        fields.throwIfAny();
        return new NewReport(region, item, party, on, percent, text, files, false);
    }

    private static Rejected refusal(Filing.Reason reason) {
        var trouble =
                switch (reason) {
                    case NOT_FOUND -> Trouble.NOT_FOUND;
                    case NOT_YOURS -> Trouble.NOT_ALLOWED;
                    default -> Trouble.REFUSED;
                };
        return new Rejected(trouble, "ledger.refused." + reason.word());
    }
}
