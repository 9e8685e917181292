package org.tongquan.settlement.posting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// What an account counts, and into how many decimals its unit divides: amounts are whole numbers
/// of the smallest part.
public enum Unit {
    /// Yuan, counted in fen.
    CNY("CNY", 2),
    /// Tonnes of carbon dioxide, counted in kilograms.
    CARBON("tCO2", 3),
    /// Cubic metres of water, counted in litres.
    WATER("m3", 3),
    /// Tonnes of coal equivalent, counted in kilograms.
    COAL("tce", 3);

    private final String code;
    private final int scale;

    Unit(String code, int scale) {
        this.code = code;
        this.scale = scale;
    }

    /// As it stands in ids and tables: `tCO2`.
    public String code() {
        return code;
    }

    /// Decimals of the smallest part.
    public int scale() {
        return scale;
    }

    public static Optional<Unit> of(String code) {
        return Arrays.stream(values()).filter(u -> u.code.equals(code)).findFirst();
    }

    /// `-12.30` for -1230 fen.
    public String format(long amount) {
        return BigDecimal.valueOf(amount, scale).toPlainString();
    }

    /// With thousands separators: `-1,234.56`.
    public String grouped(long amount) {
        return "%,.{scale}f"
                .replace("{scale}", Integer.toString(scale))
                .formatted(BigDecimal.valueOf(amount, scale));
    }

    /// Reads `-12.3`; empty when it is no number, has more decimals than the unit, or does not fit.
    public Optional<Long> parse(String text) {
        if (!text.matches("[+-]?\\d{1,19}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        var parts = new BigDecimal(text).movePointRight(scale).stripTrailingZeros();
        if (parts.scale() > 0) {
            return Optional.empty();
        }
        BigInteger whole = parts.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE
                ? Optional.of(whole.longValueExact())
                : Optional.empty();
    }
}
