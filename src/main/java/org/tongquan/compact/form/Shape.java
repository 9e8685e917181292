package org.tongquan.compact.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record type as the written form sees it: its keys in order.
final class Shape {
    private static final ClassValue<Shape> KNOWN =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return new Shape(type);
                }
            };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Slot> slots;

    private Shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        this.type = type;
        var components = type.getRecordComponents();
        this.slots = Arrays.stream(components).map(Slot::of).toList();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
            this.constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    /// One component of a record.
    ///
    /// @param item the type of the component, or of the entries when it is a list
    record Slot(
            String key,
            Class<?> item,
            boolean list,
            boolean required,
            Optional<Field> field,
            Method accessor) {

        static Slot of(RecordComponent component) {
            var field = Optional.ofNullable(component.getAnnotation(Field.class));
            var list = component.getType() == List.class;
            var item =
                    component.getGenericType() instanceof ParameterizedType generic
                            ? (Class<?>) generic.getActualTypeArguments()[0]
                            : component.getType();
            var optional =
                    list
                            || item == boolean.class
                            || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            component.getAccessor().setAccessible(true);
            var key = field.map(Field::key).filter(k -> !k.isEmpty());
            return new Slot(
                    key.orElseGet(() -> kebab(component.getName())),
                    item,
                    list,
                    !optional || field.map(Field::required).orElse(false),
                    field,
                    component.getAccessor());
        }

        /// What a boolean is when it is left out.
        Boolean otherwise() {
            return field.map(Field::otherwise).orElse(false);
        }

        @Nullable Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }

        /// A list as it is written: in canonical order, or the word for all.
        Object listed(Object value) {
            var entries = entries(value);
            var all = field.map(Field::all).orElse(false);
            return all && entries.equals(List.of(FormReader.ALL)) ? FormReader.ALL : entries;
        }

        private List<?> entries(Object value) {
            var entries = (List<?>) of(value);
            return entries == null ? List.of() : sorted(entries);
        }

        /// The entries of a list in canonical order: sorted when the field says so.
        List<?> sorted(List<?> entries) {
            var by = field.map(Field::sortedBy).orElse("");
            if (by.isEmpty()) {
                return entries;
            }
            var order = Shape.of(item).slot(by).orElseThrow();
            // the second key keeps rows with one id but different periods in one order
            return entries.stream()
                    .sorted(
                            Comparator.<Object, String>comparing(e -> String.valueOf(order.of(e)))
                                    .thenComparing(Json::write))
                    .toList();
        }
    }

    List<Slot> slots() {
        return slots;
    }

    Optional<Slot> slot(String key) {
        return slots.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    List<String> keys() {
        return slots.stream().map(Slot::key).toList();
    }

    /// Throws the constructor's IllegalArgumentException when it does not like the values.
    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /// How a plain value is written: enums by label, numbers without exponent or idle zeros.
    static String written(Object value) {
        return switch (value) {
            case Labelled labelled -> labelled.label();
            case Enum<?> constant -> label(constant);
            case BigDecimal number when number.signum() == 0 -> "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case String text -> text;
            case LocalDate date -> date.toString();
            case Period period -> period.toString();
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new IllegalStateException("no written form for " + value.getClass());
        };
    }

    static String label(Enum<?> constant) {
        return constant instanceof Labelled labelled
                ? labelled.label()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> labels(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(c -> label((Enum<?>) c)).toList();
    }

    static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
