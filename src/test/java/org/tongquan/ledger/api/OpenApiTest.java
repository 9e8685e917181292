package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;
import org.tongquan.rest.Description;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The document says what is there, what is there is in the document, and answers are what it says.
@HouseTest
class OpenApiTest {
    private static final String REGION = "basin-api-doc";
    private static final String HERE = "/api/v1/regions/" + REGION;
    private static final String PATTERN = "/api/v1/regions/{region}";
    private static final String BANK = "y01-county-bank";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @AfterEach
    void backToToday() {
        house.getBean(HouseClock.class).reset();
    }

    private JsonNode document() throws Exception {
        var document = new Program(port, "").get(Description.PATH);
        assertThat(document.status()).isEqualTo(200);
        return document.json();
    }

    @Test
    void theDocumentAndTheRoutesAreTheSame() throws Exception {
        var document = document();
        assertThat(document.path("openapi").stringValue()).startsWith("3.1");
        var described = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            path.getValue().propertyNames().forEach(m -> described.add(m + " " + path.getKey()));
        }
        assertThat(described).isEqualTo(routes());
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> add(routes, info));
        return routes;
    }

    private static void add(TreeSet<String> routes, RequestMappingInfo info) {
        for (var path : info.getPatternValues()) {
            if (path.startsWith("/api/") && !path.startsWith(Description.PATH)) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(m -> routes.add(m.name().toLowerCase(Locale.ROOT) + " " + path));
            }
        }
    }

    @Test
    void everyChangeAsksForAnIdempotencyKeyAndEveryOperationSaysHowItRefuses() throws Exception {
        for (var path : document().path("paths")) {
            for (var operation : path.properties()) {
                var said = operation.getValue().toString();
                assertThat(said).contains("application/problem+json");
                if (!operation.getKey().equals("get")) {
                    assertThat(said).contains("Idempotency-Key");
                }
            }
        }
    }

    @Test
    void everyChangeSaysWhatItCarriesAndWhatIsAnswered() throws Exception {
        var document = document();
        var carrying = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getKey().equals("get")) {
                    continue;
                }
                var said = operation.getValue();
                var made = said.at("/responses/201/content/application~1json/schema/$ref");
                var done = said.at("/responses/200/content/application~1json/schema/$ref");
                var answer = (made.isMissingNode() ? done : made).stringValue("");
                assertThat(answer).as(path.getKey()).isNotEmpty();
                assertThat(document.at(answer.substring(1)).isMissingNode()).isFalse();
                var body = said.at("/requestBody/content/application~1json/schema/$ref");
                if (!body.isMissingNode()) {
                    assertThat(document.at(body.stringValue().substring(1)).isMissingNode())
                            .isFalse();
                    carrying.add(said.path("operationId").stringValue());
                }
            }
        }
        assertThat(carrying)
                .contains("answerNotice", "issueNotice", "reviewNotice", "closeNotice")
                .contains("addPlanItem", "changePlanItem", "askAdjustment", "fileReading")
                .doesNotContain("signNotice", "removePlanItem");
        assertThat(document.toString()).contains("NewReportBody");
        assertThat(document.at("/components/schemas/JsonNode").isMissingNode()).isTrue();
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() throws Exception {
        var basin = new Basin(house, REGION);
        var addresses = addresses(basin);
        addresses.putAll(ofThePlan(basin));
        var program =
                Program.of(
                        port, basin, REGION + ":secretariat", Power.SUPERVISE, Power.ISSUE_REPORT);
        var document = document();
        for (var path : document.path("paths").properties()) {
            var schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                assertThat(addresses).as("a sample for each GET").containsKey(path.getKey());
                var answer = program.get(addresses.get(path.getKey()));
                assertThat(answer.status()).as(path.getKey()).isEqualTo(200);
                fits(document, schema, answer.json(), path.getKey());
            }
        }
        var refusal = program.get(HERE + "/items?limit=0").json();
        fits(document, reference("ApiProblem"), refusal, "a problem");
    }

    private static ObjectNode reference(String name) {
        var schema = new tools.jackson.databind.json.JsonMapper().createObjectNode();
        return schema.put("$ref", "#/components/schemas/" + name);
    }

    /// Also no field that the document does not name.
    private static void fits(JsonNode document, JsonNode schema, JsonNode answer, String what) {
        var whole = (ObjectNode) schema.deepCopy();
        var components = document.path("components").deepCopy();
        for (var model : components.path("schemas")) {
            ((ObjectNode) model).put("unevaluatedProperties", model.path("type").isMissingNode());
        }
        whole.set("components", components);
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(registry.getSchema(whole).validate(answer)).as(what).isEmpty();
    }

    /// One address for each path that answers GET, with rows behind it.
    private static Map<String, String> addresses(Basin basin) {
        var office = basin.office();
        var chasing = basin.door(Chasing.class);
        var file = new ProgressReport.Attachment("a.txt", "text/plain", new byte[] {65});
        var report = basin.report(BANK, "990321", 20);
        basin.ledger()
                .report(
                        basin.unit("990321/shuili"),
                        new org.tongquan.ledger.NewReport(
                                REGION,
                                BANK,
                                "990321",
                                report.on(),
                                20,
                                "done",
                                List.of(file),
                                false));
        chasing.issue(office, List.of(new Chasing.Target(BANK, "990321")), "why");
        var notice = chasing.about(office, REGION, BANK, "990321").getFirst().notice().id();
        var scoring = basin.door(Scoring.class);
        scoring.drawUp(office, REGION, Span.ended(basin.ledger().today(), 2).getFirst());
        var evaluation = scoring.list(office, REGION).getFirst().id();
        var all = new HashMap<String, String>();
        all.put("/api/v1/me", "/api/v1/me");
        for (var name : List.of("items", "notices", "plans", "indicators", "evaluations")) {
            all.put(PATTERN + "/" + name, HERE + "/" + name);
        }
        all.put(PATTERN + "/figures", HERE + "/figures");
        all.put(PATTERN + "/told", HERE + "/told");
        all.put(PATTERN + "/items/{item}", HERE + "/items/" + BANK);
        all.put(PATTERN + "/notices/{id}", HERE + "/notices/" + notice);
        all.put(PATTERN + "/evaluations/{id}", HERE + "/evaluations/" + evaluation);
        all.put(PATTERN + "/indicators/{indicator}", HERE + "/indicators/y01-water-share");
        return all;
    }

    /// A published plan with a change asked for.
    private Map<String, String> ofThePlan(Basin basin) {
        var plan = PublishedPlan.of(house, basin);
        var here = HERE + "/plans/" + plan.id();
        var there = PATTERN + "/plans/{plan}";
        return Map.of(
                PATTERN + "/plans/{id}",
                here,
                there + "/items",
                here + "/items?limit=2",
                there + "/items/{item}",
                here + "/items/" + plan.items().getFirst().id(),
                there + "/adjustments",
                here + "/adjustments",
                there + "/adjustments/{id}",
                here + "/adjustments/" + PublishedPlan.asked(basin, plan));
    }
}
