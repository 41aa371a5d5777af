package io.marquee.programme.api;

import io.marquee.programme.PersonalCalendars;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The secret address of a person's own calendar. */
@RestController
@RequestMapping("/api/v1/me/calendar")
@Tag(name = "Agenda")
class CalendarApi {
    private final PersonalCalendars calendars;

    CalendarApi(PersonalCalendars calendars) {
        this.calendars = calendars;
    }

    /** @param since when its address was made; null where there is none */
    record CalendarAnswer(@Nullable Instant since) {}

    /** @param path below the base URL: shown this once */
    record CalendarAddress(String path) {}

    @Operation(summary = "Tell whether you have a calendar's address")
    @GetMapping
    CalendarAnswer read() {
        return new CalendarAnswer(calendars.since());
    }

    @Operation(
            summary = "Make an address for your calendar",
            description =
                    "Calendars read there the events you come to and the sessions you starred. It ends any other.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CalendarAddress make() {
        return new CalendarAddress(calendars.make());
    }

    @Operation(summary = "Take your calendar's address away")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        calendars.remove();
    }
}
