package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTests {
    @Test
    void a_hue_takes_the_nearest_class_and_the_wheel_is_round() {
        assertThat(Hue.cssClass(52)).isEqualTo("hue-50");
        assertThat(Hue.cssClass(53)).isEqualTo("hue-55");
        assertThat(Hue.cssClass(358)).isEqualTo("hue-0");
        assertThat(Hue.cssClass(-10)).isEqualTo("hue-350");
        assertThat(Hue.of("Low Tide")).isBetween(0, 359).isEqualTo(Hue.of("Low Tide"));
    }

    @Test
    void a_chart_runs_from_edge_to_edge_and_leaves_room_for_its_peak() {
        var chart = new Chart("", List.of(point(0), point(5), point(10)));
        assertThat(chart.line()).isEqualTo("0.0,160.0 325.0,86.0 650.0,12.0");
        assertThat(chart.area()).startsWith("0,160 ").endsWith(" 650,160");
    }

    @Test
    void a_chart_of_one_day_is_a_level_line_and_one_of_nothing_lies_on_the_ground() {
        assertThat(new Chart("", List.of(point(3))).line()).isEqualTo("0,12.0 650,12.0");
        assertThat(new Chart("", List.of(point(0), point(0))).line()).isEqualTo("0.0,160.0 650.0,160.0");
    }

    @Test
    void a_code_is_drawn_with_its_quiet_zone() {
        assertThat(QrCode.svg("K7QF-2M9P"))
                .startsWith("<svg")
                .contains("viewBox=\"0 0 25 25\"")
                .doesNotContain("style");
    }

    private static Chart.Point point(long value) {
        return new Chart.Point("", value);
    }
}
