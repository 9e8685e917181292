package org.tongquan.rest;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says in the schema of a record which fields always stand in an answer: all but those that may be
/// null, which are left out then.
@Component
class RequiredFields implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        var model = raw.isRecord() ? context.getDefinedModels().get(raw.getSimpleName()) : null;
        if (model != null) {
            Arrays.stream(raw.getRecordComponents())
                    .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(java.lang.reflect.RecordComponent::getName)
                    .filter(name -> !required(model).contains(name))
                    .forEach(model::addRequiredItem);
        }
        return resolved;
    }

    private static List<String> required(Schema<?> model) {
        var required = model.getRequired();
        return required == null ? List.of() : required;
    }
}
