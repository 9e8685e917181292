package org.tongquan.document;

/// The measures of GB/T 9704-2012, in points (1/72 inch) unless the name says otherwise.
final class Sheet {
    /// Points of one millimetre.
    static final float MM = 72f / 25.4f;

    static final float WIDTH = 210 * MM;
    static final float HEIGHT = 297 * MM;

    /// 天头, 订口 and the type area (版心).
    static final float TOP = 37 * MM;

    static final float LEFT = 28 * MM;
    static final float TYPE_WIDTH = 156 * MM;
    static final float TYPE_HEIGHT = 225 * MM;

    /// The grid: 22 lines of 28 characters.
    static final int LINES = 22;

    static final int CHARACTERS = 28;
    static final float LINE = TYPE_HEIGHT / LINES;
    static final float CELL = TYPE_WIDTH / CHARACTERS;

    /// 3号, 2号, 4号 and, for tables, 小四.
    static final float BODY_SIZE = 16;

    static final float TITLE_SIZE = 22;
    static final float SMALL_SIZE = 14;
    static final float TABLE_SIZE = 12;

    /// From the top of the type area to the red name of the issuer.
    static final float ISSUER_DROP = 35 * MM;

    static final float LARGEST_ISSUER = 48;
    static final float SMALLEST_ISSUER = 24;

    /// From the document number down to the red rule.
    static final float RULE_GAP = 4 * MM;

    static final float RED_RULE = 1.5f;
    static final int RED = 0xE60012;

    /// From the type area down to the dashes beside the page number.
    static final float FOOT_GAP = 7 * MM;

    /// Lines of the imprint: first and last, and those between.
    static final float THICK_RULE = 0.35f * MM;

    static final float THIN_RULE = 0.25f * MM;
    static final float IMPRINT_LINE = 24;

    /// Characters between the date and the right edge of the type area.
    static final int DATE_INDENT = 4;

    /// Height of a chart with its title, in lines of the grid.
    static final int CHART_LINES = 10;

    private Sheet() {}
}
