package org.tongquan.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Property tests: a check is tried on many generated values; when it fails, the value is made as
/// small as possible and shown together with the seed that leads to it again.
///
/// ```java
/// Property.forAll(Property.lists(Property.longs(0, 9), 20), list -> assertThat(...));
/// ```
///
/// Run again with `-Dproperty.seed=<seed>`; `-Dproperty.tries=10000` looks harder.
public final class Property {
    private static final int TRIES = Integer.getInteger("property.tries", 200);
    private static final long SEED = Long.getLong("property.seed", 20200603L);
    private static final int MOST_SHRINKS = 3_000;

    private Property() {}

    /// Draws a value. Everything random in it comes from the choices.
    @FunctionalInterface
    public interface Gen<T> {
        T draw(Choices choices);

        default <R> Gen<R> map(java.util.function.Function<? super T, ? extends R> mapper) {
            return choices -> mapper.apply(draw(choices));
        }
    }

    /// Fails by throwing.
    @FunctionalInterface
    public interface Check<T> {
        void accept(T value) throws Exception;
    }

    /// The whole numbers a value is made of: drawn at random, or replayed while shrinking. Smaller
    /// numbers make smaller values, and a missing number counts as 0.
    public static final class Choices {
        private final List<Long> replay;
        private final SplittableRandom random;
        private final List<Long> drawn = new ArrayList<>();

        private Choices(List<Long> replay, SplittableRandom random) {
            this.replay = replay;
            this.random = random;
        }

        /// A number from 0 to `most`, both included; now and then one of the two ends.
        public long upTo(long most) {
            long value;
            if (random != null) {
                value = random.nextInt(16) == 0 ? edge(most) : spread(most);
            } else {
                value = drawn.size() < replay.size() ? replay.get(drawn.size()) : 0;
            }
            value = Math.clamp(value, 0, most);
            drawn.add(value);
            return value;
        }

        private long edge(long most) {
            return random.nextBoolean() ? most : 0;
        }

        private long spread(long most) {
            if (most < 256 || random.nextBoolean()) {
                return most == Long.MAX_VALUE
                        ? random.nextLong() & Long.MAX_VALUE
                        : random.nextLong(most + 1);
            }
            return random.nextLong() >>> random.nextInt(1, Long.SIZE);
        }
    }

    public static <T> void forAll(Gen<T> gen, Check<T> check) {
        var seeds = new SplittableRandom(SEED);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long seed = attempt == 0 ? SEED : seeds.nextLong();
            var choices = new Choices(List.of(), new SplittableRandom(seed));
            var value = gen.draw(choices);
            var failure = failure(check, value);
            if (failure != null) {
                throw report(gen, check, seed, choices.drawn);
            }
        }
    }

    /// Whole numbers from `least` to `most`, both included; shrinks towards 0 or the nearer end.
    public static Gen<Long> longs(long least, long most) {
        if (least >= 0 || most <= 0) {
            long base = least >= 0 ? least : most;
            long span = Math.subtractExact(most, least);
            return choices -> least >= 0 ? base + choices.upTo(span) : base - choices.upTo(span);
        }
        return choices -> {
            boolean negative = choices.upTo(1) == 1;
            long distance = choices.upTo(negative ? -(least + 1) : most);
            return negative ? -distance - 1 : distance;
        };
    }

    public static Gen<Integer> ints(int least, int most) {
        return longs(least, most).map(Math::toIntExact);
    }

    public static Gen<Boolean> booleans() {
        return choices -> choices.upTo(1) == 1;
    }

    /// Up to `longest` values.
    public static <T> Gen<List<T>> lists(Gen<T> gen, int longest) {
        return lists(gen, 0, longest);
    }

    /// Before each value beyond the least number stands one choice whether to go on, so that a
    /// value can be cut out of the middle while shrinking.
    public static <T> Gen<List<T>> lists(Gen<T> gen, int shortest, int longest) {
        return choices -> {
            long average = 1 + choices.upTo(Math.max(0, longest - 1));
            var list = new ArrayList<T>();
            while (list.size() < shortest || (list.size() < longest && choices.upTo(average) > 0)) {
                list.add(gen.draw(choices));
            }
            return List.copyOf(list);
        };
    }

    /// One of these; shrinks towards the first.
    @SafeVarargs
    public static <T> Gen<T> oneOf(T... values) {
        var list = List.of(values);
        return choices -> list.get((int) choices.upTo(list.size() - 1L));
    }

    /// Characters of the alphabet, which may hold any code points.
    public static Gen<String> strings(String alphabet, int longest) {
        int[] points = alphabet.codePoints().toArray();
        return lists(ints(0, points.length - 1), longest)
                .map(
                        list -> {
                            var text = new StringBuilder();
                            list.forEach(i -> text.appendCodePoint(points[i]));
                            return text.toString();
                        });
    }

    public static Gen<byte[]> bytes(int longest) {
        return lists(ints(0, 255), longest)
                .map(
                        list -> {
                            var bytes = new byte[list.size()];
                            for (int i = 0; i < bytes.length; i++) {
                                bytes[i] = list.get(i).byteValue();
                            }
                            return bytes;
                        });
    }

    private static <T> AssertionError report(
            Gen<T> gen, Check<T> check, long seed, List<Long> failing) {
        var smallest = shrink(gen, check, failing);
        var value = gen.draw(new Choices(smallest, null));
        var failure = failure(check, value);
        var shown =
                value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value;
        return new AssertionError(
                "fails for %s%n(run again with -Dproperty.seed=%d)%n%s"
                        .formatted(shown, seed, failure),
                failure);
    }

    private static <T> List<Long> shrink(Gen<T> gen, Check<T> check, List<Long> failing) {
        var best = List.copyOf(failing);
        int left = MOST_SHRINKS;
        boolean better = true;
        while (better && left > 0) {
            better = false;
            for (var candidate : candidates(best)) {
                if (left-- <= 0) {
                    break;
                }
                var choices = new Choices(candidate, null);
                if (failure(check, gen.draw(choices)) != null && isSmaller(choices.drawn, best)) {
                    best = List.copyOf(choices.drawn);
                    better = true;
                    break;
                }
            }
        }
        return best;
    }

    private static List<List<Long>> candidates(List<Long> choices) {
        var all = new ArrayList<List<Long>>();
        for (int chunk = Math.max(1, choices.size() / 2); chunk > 0; chunk /= 2) {
            for (int at = 0; at + chunk <= choices.size(); at += chunk) {
                var shorter = new ArrayList<>(choices);
                shorter.subList(at, at + chunk).clear();
                all.add(shorter);
            }
        }
        for (int at = 0; at < choices.size(); at++) {
            long value = choices.get(at);
            for (long cut = value; cut > 0; cut /= 2) {
                var lower = new ArrayList<>(choices);
                lower.set(at, value - cut);
                all.add(lower);
            }
        }
        return all;
    }

    /// Shorter is smaller; of equally long ones, the one with the smaller first difference.
    private static boolean isSmaller(List<Long> one, List<Long> other) {
        if (one.size() != other.size()) {
            return one.size() < other.size();
        }
        for (int i = 0; i < one.size(); i++) {
            int order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static <T> Throwable failure(Check<T> check, T value) {
        try {
            check.accept(value);
            return null;
        } catch (Exception | AssertionError e) {
            return e;
        }
    }
}
