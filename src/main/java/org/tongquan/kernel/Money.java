package org.tongquan.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An amount of yuan, kept exactly as whole fen (1 yuan = 100 fen). May be negative.
/// Arithmetic throws [ArithmeticException] rather than wrap round at the ends of `long`.
///
/// @param fen whole fen
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final long FEN_PER_YUAN = 100;
    private static final Pattern YUAN =
            Pattern.compile("([+-]?)[¥￥]?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{1,2}))?元?");

    /// Who gets a leftover fen first when two parts have the same remainder.
    public enum Tie {
        /// The part written first.
        FIRST,
        /// The part written last.
        LAST
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN_PER_YUAN));
    }

    /// Reads `1234.5`, `-1,234.56`, `¥8` or `8元`. Empty when the text is no amount, has more than
    /// two decimals, badly placed commas, or does not fit.
    public static Optional<Money> parse(String text) {
        var found = YUAN.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var decimals = found.group(3) == null ? "" : found.group(3);
        var digits = found.group(2).replace(",", "") + (decimals + "00").substring(0, 2);
        var fen = new BigInteger(found.group(1).replace("+", "") + digits);
        return fen.bitLength() < Long.SIZE
                ? Optional.of(new Money(fen.longValueExact()))
                : Optional.empty();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negate() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /// This amount times `numerator / denominator`, rounded once in the declared way; negative
    /// amounts round as their positive mirror under HALF_UP (四舍五入), HALF_EVEN, DOWN and UP.
    public Money times(long numerator, long denominator, RoundingMode rounding) {
        var product = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(numerator));
        var exact = new BigDecimal(product);
        var rounded =
                exact.divide(BigDecimal.valueOf(denominator), 0, rounding).toBigIntegerExact();
        return new Money(rounded.longValueExact());
    }

    /// Splits into parts in proportion to the weights, by largest remainder: the parts add up to
    /// this amount exactly and each is within one fen of its exact share. A negative amount is the
    /// mirror of the positive one, so that a refund undoes its charge. A part with weight 0 gets 0.
    ///
    /// @throws IllegalArgumentException when a weight is negative or all are 0
    public List<Money> allocate(List<Long> weights, Tie ties) {
        var total = total(weights);
        var amount = BigInteger.valueOf(fen).abs();
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        var left = amount;
        for (var weight : weights) {
            var division = amount.multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
            parts.add(division[0]);
            remainders.add(division[1]);
            left = left.subtract(division[0]);
        }
        for (int index : byRemainder(remainders, ties).subList(0, left.intValueExact())) {
            parts.set(index, parts.get(index).add(BigInteger.ONE));
        }
        var sign = BigInteger.valueOf(Long.signum(fen));
        return parts.stream().map(p -> new Money(p.multiply(sign).longValueExact())).toList();
    }

    /// As [#allocate(List, Tie)], ties going to the part written first.
    public List<Money> allocate(Long... weights) {
        return allocate(List.of(weights), Tie.FIRST);
    }

    /// As [#allocate(List, Tie)] with ties decided by the order of the keys: the answer does not
    /// depend on the order in which the parties were written down.
    public <K extends Comparable<K>> SortedMap<K, Money> allocate(Map<K, Long> weights) {
        var sorted = new TreeMap<>(weights);
        var parts = allocate(List.copyOf(sorted.values()), Tie.FIRST).iterator();
        var shares = new TreeMap<K, Money>();
        sorted.keySet().forEach(key -> shares.put(key, parts.next()));
        return shares;
    }

    /// With thousands separators and two decimals: `-1,234.56`.
    public String format() {
        var plain = toString();
        var point = plain.length() - 3;
        var text = new StringBuilder(plain);
        for (int at = point - 3; at > (isNegative() ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /// Yuan with two decimals and nothing else: `-1234.56`. [#parse] reads it back.
    @Override
    public String toString() {
        var digits = BigInteger.valueOf(fen).abs().toString();
        var padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
        var point = padded.length() - 2;
        return (isNegative() ? "-" : "")
                + padded.substring(0, point)
                + "."
                + padded.substring(point);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    private static BigInteger total(List<Long> weights) {
        var total = BigInteger.ZERO;
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight may not be negative: " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("at least one weight must be above 0");
        }
        return total;
    }

    private static List<Integer> byRemainder(List<BigInteger> remainders, Tie ties) {
        Comparator<Integer> place =
                ties == Tie.FIRST ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return IntStream.range(0, remainders.size())
                .boxed()
                .sorted(
                        Comparator.<Integer, BigInteger>comparing(remainders::get)
                                .reversed()
                                .thenComparing(place))
                .toList();
    }
}
