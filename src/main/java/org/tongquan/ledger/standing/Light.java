package org.tongquan.ledger.standing;

/// The colour of an obligation (红黄绿灯), in the order in which people should look.
public enum Light {
    /// Behind: the deadline has passed, or a due report is missing.
    RED,
    /// Needs attention: near the deadline, behind its plan, or finished late.
    YELLOW,
    /// On its way, or finished in time.
    GREEN,
    /// Nothing to judge by yet: no deadline, no rhythm and no report.
    NONE;

    /// The light that stands for several: the first one in the order of concern.
    public static Light worst(Iterable<Light> lights) {
        var worst = NONE;
        for (var light : lights) {
            if (light.compareTo(worst) < 0) {
                worst = light;
            }
        }
        return worst;
    }

    /// Lower case, as in SQL, addresses and style names.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such light
    public static Light of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
