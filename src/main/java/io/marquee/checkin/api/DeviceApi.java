package io.marquee.checkin.api;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.Devices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{event}/devices")
@Tag(name = "Devices")
class DeviceApi {
    private final Devices devices;

    DeviceApi(Devices devices) {
        this.devices = devices;
    }

    record DeviceRequest(
            @Schema(example = "Phone of Mara") @Nullable String name,

            @Schema(description = "Where it may scan; none for everywhere") @Nullable
            List<String> gates,

            @Schema(description = "Ids of what it may let in; none for all") @Nullable
            List<UUID> ticketTypes,

            @Schema(description = "Two days after the event where it is left out") @Nullable
            Instant expiresAt,

            @Schema(description = "What it may do beside scanning; nothing where it is left out") @Nullable
            List<DeviceScope> scopes) {
        DeviceDetails details() {
            return new DeviceDetails(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(gates, List.<String>of()).stream()
                            .filter(Objects::nonNull)
                            .toList(),
                    Objects.requireNonNullElse(ticketTypes, List.<UUID>of()).stream()
                            .filter(Objects::nonNull)
                            .toList(),
                    expiresAt,
                    Objects.requireNonNullElse(scopes, List.<DeviceScope>of()).stream()
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    record DeviceList(List<DeviceAnswer> items) {}

    /** @param url what its QR says; told this once */
    record Enrolment(String url, Instant until) {}

    record Invited(DeviceAnswer device, Enrolment enrolment) {
        static Invited of(Devices.Invited invited) {
            return new Invited(DeviceAnswer.of(invited.device()), new Enrolment(invited.url(), invited.until()));
        }
    }

    @GetMapping
    @Operation(summary = "List an event's devices, newest first, revoked ones last")
    DeviceList list(@PathVariable String event) {
        return new DeviceList(devices.of(event).stream().map(DeviceAnswer::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a device",
            description = "The answer has the link that enrols it, once; show it as a QR. It is good for a week.")
    Invited add(@PathVariable String event, @RequestBody DeviceRequest request) {
        return Invited.of(devices.add(event, request.details()));
    }

    @PostMapping("/{device}/enrolments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make another link for a device",
            description = "The link before, and the token that came of it, open nothing any more.")
    Invited invite(@PathVariable String event, @PathVariable UUID device) {
        return Invited.of(devices.invite(event, device));
    }

    @DeleteMapping("/{device}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a device at once")
    void revoke(@PathVariable String event, @PathVariable UUID device) {
        devices.revoke(event, device);
    }
}
