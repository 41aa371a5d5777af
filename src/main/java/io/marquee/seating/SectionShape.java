package io.marquee.seating;

import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of seats as the editor makes it.
 *
 * @param firstRow the number of the first row's name in its scheme, from 1
 * @param curve how far the ends of a row come forward, in degrees of the circle's arc; 0 for straight rows
 * @param x of the middle of the front row
 * @param y of the front row
 */
public record SectionShape(
        int rows,
        int seatsPerRow,
        Numbering rowNumbering,
        Numbering seatNumbering,
        int firstRow,
        int curve,
        float x,
        float y) {
    static final float SPACING = 20;
    static final float ROW_SPACING = 24;
    private static final int MOST_ROWS = 200;
    private static final int MOST_IN_A_ROW = 200;
    private static final int MOST_CURVE = 120;

    void check(InvalidInput.Gatherer broken) {
        broken.check(rows >= 1 && rows <= MOST_ROWS, "rows", "range", 1, MOST_ROWS)
                .check(seatsPerRow >= 1 && seatsPerRow <= MOST_IN_A_ROW, "seatsPerRow", "range", 1, MOST_IN_A_ROW)
                .check(firstRow >= 1 && firstRow <= 999, "firstRow", "range", 1, 999)
                .check(curve >= 0 && curve <= MOST_CURVE, "curve", "range", 0, MOST_CURVE)
                .check(
                        rowNumbering != Numbering.ODD_EVEN && rowNumbering != Numbering.NUMBERS_FROM_RIGHT,
                        "rowNumbering",
                        "not_for_rows")
                .check(
                        Math.abs(x) <= PlanLimits.FARTHEST && Math.abs(y) <= PlanLimits.FARTHEST,
                        "x",
                        "range",
                        -PlanLimits.FARTHEST,
                        PlanLimits.FARTHEST);
    }

    List<Row> drawn() {
        List<String> rowNames = rowNumbering.names(rows, firstRow);
        List<String> seatNames = seatNumbering.names(seatsPerRow, 1);
        List<Row> drawn = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Seat> seats = new ArrayList<>();
            for (int seat = 0; seat < seatsPerRow; seat++) {
                double along = (seat - (seatsPerRow - 1) / 2.0) * SPACING;
                float[] at = at(along, row);
                seats.add(new Seat(Ids.next(), seatNames.get(seat), seat + 1, at[0], at[1], false));
            }
            drawn.add(new Row(rowNames.get(row), row + 1, seats));
        }
        return drawn;
    }

    /** Rows of a curved section are arcs around one point before the stage; seats keep their distance along the arc. */
    private float[] at(double along, int row) {
        double depth = row * ROW_SPACING;
        if (curve == 0) return new float[] {(float) (x + along), (float) (y + depth)};
        double radius = seatsPerRow * SPACING / Math.toRadians(curve) + depth;
        double angle = along / radius;
        double centre = y + depth - radius;
        return new float[] {(float) (x + radius * Math.sin(angle)), (float) (centre + radius * Math.cos(angle))};
    }
}
