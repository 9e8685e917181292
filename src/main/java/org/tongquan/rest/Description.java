package org.tongquan.rest;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Page;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document at [#PATH]: made from the controllers, with what holds for all of them.
@Configuration(proxyBeanMethods = false)
public class Description {
    /// Where the document lies.
    public static final String PATH = "/api/v1/openapi.json";

    private static final String SCHEME = "key";
    private static final String JSON = "application/json";

    /// What requests that change something carry and answer.
    @SuppressWarnings("rawtypes")
    private final Map<String, Schema> shapes = new ConcurrentHashMap<>();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, JsonNode.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tongquan")
                                .version(Page.VERSION)
                                .description(
                                        "What programs of the bodies of a region may ask for."
                                                + " Guide: docs/api.md and the page /developers.")
                                .license(
                                        new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer common() {
        return api -> {
            api.setServers(List.of(new Server().url("/").description("this instance")));
            api.getComponents()
                    .addSecuritySchemes(
                            SCHEME,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description("a key issued by the region's system officer"));
            shapes.forEach(api.getComponents()::addSchemas);
            api.addSecurityItem(new SecurityRequirement().addList(SCHEME));
            ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(new AnnotatedType(ApiProblem.class))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(Description::complete);
        };
    }

    /// Writes what a [Change] says into its operation.
    @Bean
    GlobalOperationCustomizer changes() {
        return (operation, method) -> {
            var change = method.getMethodAnnotation(Change.class);
            if (change != null) {
                describe(operation, change);
            }
            return operation;
        };
    }

    private void describe(Operation operation, Change change) {
        if (change.body() != Void.class) {
            var before = operation.getRequestBody();
            var body = before == null ? new RequestBody().content(new Content()) : before;
            body.getContent().addMediaType(JSON, media(change.body()));
            operation.setRequestBody(body.required(true));
        }
        operation.getResponses().remove("200");
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(change.status()),
                        new ApiResponse()
                                .description(change.said())
                                .content(new Content().addMediaType(JSON, media(change.answer()))));
    }

    /// The shape of a record, and those that it is made of.
    private MediaType media(Class<?> shape) {
        var read =
                ModelConverters.getInstance(true)
                        .readAllAsResolvedSchema(new AnnotatedType(shape).resolveAsRef(true));
        shapes.putAll(read.referencedSchemas);
        return new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/" + shape.getSimpleName()));
    }

    private static void complete(Operation operation) {
        var problem = new Schema<>().$ref("#/components/schemas/ApiProblem");
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("refused: a problem (RFC 9457)")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType().schema(problem))));
        var parameters = operation.getParameters();
        if (parameters != null) {
            parameters.stream()
                    .filter(p -> "header".equals(p.getIn()))
                    .forEach(p -> p.setRequired(true));
        }
    }
}
