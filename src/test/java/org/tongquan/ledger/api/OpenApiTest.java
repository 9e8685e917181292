package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongquan.HouseTest;
import org.tongquan.rest.Description;

/// The document says what is there, and what is there is in the document.
@HouseTest
class OpenApiTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @Test
    void theDocumentAndTheRoutesAreTheSame() throws Exception {
        var document = new Program(port, "").get(Description.PATH);
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/tq/api-doc.json"), document.http().body());
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("openapi").stringValue()).startsWith("3.1");
        var described = new TreeSet<String>();
        document.json()
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(m -> described.add(m + " " + path.getKey())));
        assertThat(described).isEqualTo(routes());
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(
                        info ->
                                info.getPatternValues().stream()
                                        .filter(p -> p.startsWith("/api/"))
                                        .filter(p -> !p.startsWith(Description.PATH))
                                        .forEach(
                                                p ->
                                                        info.getMethodsCondition()
                                                                .getMethods()
                                                                .forEach(
                                                                        m ->
                                                                                routes.add(
                                                                                        m.name()
                                                                                                        .toLowerCase()
                                                                                                + " "
                                                                                                + p))));
        return routes;
    }
}
